import { useState, type CSSProperties } from 'react'
import type { Deck } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { playedOn } from '../../parts/slide-media/played-on'
import { SlideMedia } from '../../parts/slide-media/slide-media'
import { SlideView } from '../../parts/slide-view/slide-view'

/** What every view of a show draws from. */
export type ShowDeck = { readonly deck: Deck; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null }

/** Present where the slide's film or sound can be played; `muted` where the same is heard elsewhere. */
export type ShowPlaying = { readonly playing: boolean; readonly onPlaying: (playing: boolean) => void; readonly muted?: boolean }

type ShowSlideProps = ShowDeck & { readonly at: number; readonly media?: ShowPlaying; /** True where slides come in as the talk has it: for the audience, not for the next slide's preview. */ readonly comesIn?: boolean }

/** A slide as large as its place allows, at its own ratio; nothing where there is none. */
export function ShowSlide({ deck, theme, pictureUrl, at, media, comesIn = false }: ShowSlideProps) {
  const before = useBefore(at)
  const scene = deck.scenes[at]
  if (!scene) return null
  const played = media && playedOn(scene)
  const transition = comesIn && before !== null ? deck.transition : undefined
  const leaving = transition === undefined || before === null ? undefined : deck.scenes[before]
  return (
    <div className="show-slide" data-transition={transition} data-back={before !== null && before > at} style={{ '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
      {leaving && (
        <div key={`leaving ${leaving.id}`} className="show-leaving" aria-hidden>
          <SlideView scene={leaving} deck={deck} theme={theme} pictureUrl={pictureUrl} />
        </div>
      )}
      <div key={`coming ${scene.id}`} className="show-coming">
        <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
      </div>
      {played && <SlideMedia key={`media ${scene.id}`} picture={played} size={deck.size} {...media} />}
    </div>
  )
}

/** The slide that stood here before this one; null for the first. */
function useBefore(at: number): number | null {
  const [state, setState] = useState<{ readonly at: number; readonly before: number | null }>({ at, before: null })
  if (state.at !== at) setState({ at, before: state.at })
  return state.at === at ? state.before : state.at
}
