import { useMemo, useState, type CSSProperties } from 'react'
import type { Deck } from '../../../shared/slides/scene'
import { sceneAfter } from '../../../shared/slides/reveal'
import type { Theme } from '../../../shared/slides/theme'
import { playedOn } from '../../parts/slide-media/played-on'
import { SlideMedia } from '../../parts/slide-media/slide-media'
import { SlideView } from '../../parts/slide-view/slide-view'

/** What every view of a show draws from. */
export type ShowDeck = { readonly deck: Deck; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null }

/** Present where the slide's film or sound can be played; `muted` where the same is heard elsewhere. */
export type ShowPlaying = { readonly playing: boolean; readonly onPlaying: (playing: boolean) => void; readonly muted?: boolean }

type ShowSlideProps = ShowDeck & { readonly at: number; /** Clicks made on it so far; without, all of it stands there. */ readonly step?: number; readonly media?: ShowPlaying; /** True where slides come in as the talk has it: for the audience, not for the next slide's preview. */ readonly comesIn?: boolean }

/** A slide as large as its place allows, at its own ratio; nothing where there is none. */
export function ShowSlide({ deck, theme, pictureUrl, at, step = Infinity, media, comesIn = false }: ShowSlideProps) {
  const leftAt = useBefore(at, step)
  const before = leftAt?.at ?? null
  const whole = deck.scenes[at]
  const scene = useMemo(() => whole && sceneAfter(whole, step), [whole, step])
  if (!scene) return null
  const played = media && playedOn(scene)
  const transition = comesIn && before !== null ? deck.transition : undefined
  const wholeBefore = transition === undefined || leftAt === null ? undefined : deck.scenes[leftAt.at]
  const leaving = wholeBefore && leftAt ? sceneAfter(wholeBefore, leftAt.step) : undefined
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

type Stood = { readonly at: number; readonly step: number }

/** The slide that stood here before this one, as it was left; null for the first. */
function useBefore(at: number, step: number): Stood | null {
  const [state, setState] = useState<Stood & { readonly before: Stood | null }>({ at, step, before: null })
  const before = state.at === at ? state.before : { at: state.at, step: state.step }
  if (state.at !== at || state.step !== step) setState({ at, step, before })
  return before
}
