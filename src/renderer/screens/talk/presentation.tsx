import { useEffect, useEffectEvent, useState, type CSSProperties } from 'react'
import type { Deck } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { SlideView } from '../../parts/slide-view/slide-view'
import { useText } from '../../i18n/language'
import { messages } from './messages'

type PresentationProps = { deck: Deck; theme: Theme; pictureUrl: (hash: string) => string | null; start: number; onClose: (at: number) => void }

const FORWARD = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n'])
const BACK = new Set(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p'])

/** All slides over the whole window, with the keys of a clicker; ends with Esc on the slide that stood last. */
export function Presentation({ deck, theme, pictureUrl, start, onClose }: PresentationProps) {
  const text = useText(messages)
  const [at, setAt] = useState(start)
  const last = deck.scenes.length - 1
  const scene = deck.scenes[at]

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (FORWARD.has(event.key)) setAt((now) => Math.min(last, now + 1))
      else if (BACK.has(event.key)) setAt((now) => Math.max(0, now - 1))
      else if (event.key === 'Home') setAt(0)
      else if (event.key === 'End') setAt(last)
      else if (event.key === 'Escape') onClose(at)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [at, last, onClose])

  useFullScreen(() => onClose(at))

  return (
    <div className="presentation" role="dialog" aria-modal="true" aria-label={text.presentation} onClick={() => setAt((now) => Math.min(last, now + 1))}>
      {scene && (
        <div className="presentation-slide" style={{ aspectRatio: `${deck.size.width} / ${deck.size.height}`, '--ratio': deck.size.width / deck.size.height } as CSSProperties}>
          <SlideView scene={scene} deck={deck} theme={theme} pictureUrl={pictureUrl} />
        </div>
      )}
      <div className="presentation-foot" aria-live="polite">
        {text.slideOf(at + 1, last + 1)} · {text.leavePresentation}
      </div>
    </div>
  )
}

/** Full screen where it can be had; the show fills the window otherwise. Browsers keep Esc to themselves in full screen: leaving it ends the show. */
function useFullScreen(onLeft: () => void): void {
  const ended = useEffectEvent(onLeft)
  useEffect(() => {
    let entered = false
    const onChange = () => {
      if (document.fullscreenElement) entered = true
      else if (entered) ended()
    }
    document.addEventListener('fullscreenchange', onChange)
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])
}
