import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isFilm } from '../../../shared/model/media'
import type { Deck } from '../../../shared/slides/scene'
import { useEngine } from '../../app/engine'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import type { PlayedPicture } from './played-on'
import './slide-media.css'

type SlideMediaProps = {
  readonly picture: PlayedPicture
  readonly size: Deck['size']
  readonly playing: boolean
  readonly onPlaying: (playing: boolean) => void
  /** Where the same is shown twice, one of them is silent. */
  readonly muted?: boolean
}

/** A slide's film or sound over its poster, which must stand in a box of the slide's own shape: a click plays it, the next one pauses it. Nothing of it is read before it is first played, and then what is played. */
export function SlideMedia({ picture, size, playing, onPlaying, muted = false }: SlideMediaProps) {
  const text = useText(messages)
  const engine = useEngine()
  const { box, alt, media } = picture
  const [wasPlayed, setWasPlayed] = useState(false)
  if (playing && !wasPlayed) setWasPlayed(true)
  const element = useRef<HTMLMediaElement | null>(null)
  const [failed, setFailed] = useState(false)
  const { data: address, isError } = useQuery({ queryKey: ['assets', 'played-from', media.hash], enabled: wasPlayed, staleTime: Infinity, queryFn: ({ signal }) => engine.assets.playedFrom({ hash: media.hash }, { signal }) })
  // The audience's window is an empty page: a path alone leads nowhere there.
  const src = address && new URL(address, location.href).href

  useEffect(() => {
    const player = element.current
    if (player === null || src === undefined) return
    if (playing) player.play().catch((error: unknown) => {
        // Paused before it began is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) onPlaying(false)
      })
    else player.pause()
  }, [playing, src, onPlaying])

  const shared = { ref: (player: HTMLMediaElement | null) => void (element.current = player), src, onEnded: () => onPlaying(false), onError: () => setFailed(true), muted, 'aria-hidden': true, tabIndex: -1 } as const
  const trouble = failed || isError
  return (
    <div className="slide-media" data-playing={playing && !trouble} style={{ left: share(box.x, size.width), top: share(box.y, size.height), width: share(box.width, size.width), height: share(box.height, size.height) }}>
      {src !== undefined && !failed && (isFilm(media.mime) ? <video key={media.hash} {...shared} playsInline /> : <audio key={media.hash} {...shared} />)}
      {trouble ? (
        <p role="status">{text.cannotPlay}</p>
      ) : (
        <button
          type="button"
          aria-label={playing ? text.pause(alt) : text.play(alt)}
          onClick={(event) => {
            // In a show a click turns the slide.
            event.stopPropagation()
            onPlaying(!playing)
          }}
        >
          {playing ? <IconPlayerPauseFilled aria-hidden /> : <IconPlayerPlayFilled aria-hidden />}
        </button>
      )}
    </div>
  )
}

const share = (part: number, whole: number): string => `${(part / whole) * 100}%`
