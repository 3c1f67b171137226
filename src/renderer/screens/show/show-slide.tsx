import type { CSSProperties } from 'react'
import type { Deck } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { playedOn } from '../../parts/slide-media/played-on'
import { SlideMedia } from '../../parts/slide-media/slide-media'
import { SlideView } from '../../parts/slide-view/slide-view'

/** What every view of a show draws from. */
export type ShowDeck = { readonly deck: Deck; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null }

/** Present where the slide's film or sound can be played; `muted` where the same is heard elsewhere. */
export type ShowPlaying = { readonly playing: boolean; readonly onPlaying: (playing: boolean) => void; readonly muted?: boolean }

/** A slide as large as its place allows, at its own ratio; nothing where there is none. */
export function ShowSlide({ deck, theme, pictureUrl, at, media }: ShowDeck & { at: number; media?: ShowPlaying }) {
  const scene = deck.scenes[at]
  if (!scene) return null
  const played = media && playedOn(scene)
  return (
    <div className="show-slide" style={{ '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
      <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
      {played && <SlideMedia key={scene.id} picture={played} size={deck.size} {...media} />}
    </div>
  )
}
