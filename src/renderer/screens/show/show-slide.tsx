import type { CSSProperties } from 'react'
import type { Deck } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { SlideView } from '../../parts/slide-view/slide-view'

/** What every view of a show draws from. */
export type ShowDeck = { readonly deck: Deck; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null }

/** A slide as large as its place allows, at its own ratio; nothing where there is none. */
export function ShowSlide({ deck, theme, pictureUrl, at }: ShowDeck & { at: number }) {
  const scene = deck.scenes[at]
  if (!scene) return null
  return (
    <div className="show-slide" style={{ '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
      <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
    </div>
  )
}
