import { useReducer, type MouseEvent } from 'react'
import { clicksOn } from '../../../shared/slides/reveal'
import { useText } from '../../i18n/language'
import { messages as mediaMessages } from '../../parts/slide-media/messages'
import { playedOn } from '../../parts/slide-media/played-on'
import { usePlaying } from '../../parts/slide-media/use-playing'
import { messages } from './messages'
import './show.css'
import { ShowSlide, type ShowDeck } from './show-slide'
import { followShow, showCommand, showFrom, type ShowCommand, type ShowState } from './show-state'
import { useFullScreen, useWakeLock } from './use-full-screen'
import { useShowKeys } from './use-show-keys'

/** Where a tap goes back: the left quarter, as on a telephone. */
const BACK_SHARE = 0.25

/** All slides over the whole window, with the keys of a clicker; ends with Esc on the slide that stood last. */
export function SlideShow({ start, onClose, ...show }: ShowDeck & { start: number; onClose: (at: number) => void }) {
  const text = useText(messages)
  const mediaText = useText(mediaMessages)
  const slides = show.deck.scenes.length
  const clicks = show.deck.scenes.map(clicksOn)
  const [{ at, step, blank, typed }, follow] = useReducer((state: ShowState, command: ShowCommand) => followShow(state, command, clicks), showFrom(start))

  const [playing, setPlaying] = usePlaying(`${at} ${blank}`)
  const canPlay = blank === null && playedOn(show.deck.scenes[at]) !== null

  useShowKeys((event) => {
    if (canPlay && event.key.toLowerCase() === 'm') {
      setPlaying(!playing)
      return true
    }
    if (event.key === 'Escape') {
      onClose(at)
      return true
    }
    const command = showCommand(event.key)
    if (command) follow(command)
    return command !== null
  })
  useFullScreen(() => onClose(at))
  useWakeLock()

  const onClick = (event: MouseEvent) => follow({ kind: event.clientX < window.innerWidth * BACK_SHARE ? 'back' : 'forward' })
  return (
    <div className="show show-full" role="dialog" aria-modal="true" aria-label={text.show} data-blank={blank} onClick={onClick}>
      {blank === null && <ShowSlide {...show} at={at} step={step} comesIn media={{ playing, onPlaying: setPlaying }} />}
      <div className="show-foot" aria-live="polite" data-typing={typed !== '' || undefined}>
        {typed === '' ? [text.slideOf(at + 1, slides), ...(canPlay ? [mediaText.key] : []), text.leave].join(' · ') : text.goToSlide(typed)}
      </div>
    </div>
  )
}
