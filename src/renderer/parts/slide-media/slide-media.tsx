import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isFilm } from '../../../shared/model/media'
import type { Deck } from '../../../shared/slides/scene'
import { useEngine } from '../../app/engine'
import { useText } from '../../i18n/language'
import { showBlob } from '../asset-picture/show-blob'
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

/** A slide's film or sound over its poster, which must stand in a box of the slide's own shape: a click plays it, the next one pauses it. Its bytes are read when it is first played. */
export function SlideMedia({ picture, size, playing, onPlaying, muted = false }: SlideMediaProps) {
  const text = useText(messages)
  const engine = useEngine()
  const { box, alt, media } = picture
  const [wasPlayed, setWasPlayed] = useState(false)
  if (playing && !wasPlayed) setWasPlayed(true)
  const element = useRef<HTMLMediaElement | null>(null)
  const [failed, setFailed] = useState(false)
  // Content-addressed: what a hash names never changes.
  const { data: blob, isError } = useQuery({
    queryKey: ['assets', 'played', media.hash],
    enabled: wasPlayed,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const content = await engine.assets.content({ hash: media.hash }, { signal })
      // A QuickTime film of H.264 plays as the MP4 it is all but in name.
      return new Blob([await content.arrayBuffer()], { type: media.mime === 'video/quicktime' ? 'video/mp4' : media.mime })
    },
  })

  useEffect(() => {
    const player = element.current
    if (player === null || blob === undefined) return
    if (playing) player.play().catch((error: unknown) => {
        // Paused before it began is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) onPlaying(false)
      })
    else player.pause()
  }, [playing, blob, onPlaying])

  const hold = (player: HTMLMediaElement | null) => {
    element.current = player
    return blob === undefined ? undefined : showBlob(blob, player)
  }
  const shared = { onEnded: () => onPlaying(false), onError: () => setFailed(true), muted, 'aria-hidden': true, tabIndex: -1 } as const
  const trouble = failed || isError
  return (
    <div className="slide-media" data-playing={playing && !trouble} style={{ left: share(box.x, size.width), top: share(box.y, size.height), width: share(box.width, size.width), height: share(box.height, size.height) }}>
      {blob !== undefined && !failed && (isFilm(media.mime) ? <video key={media.hash} ref={hold} {...shared} playsInline /> : <audio key={media.hash} ref={hold} {...shared} />)}
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
