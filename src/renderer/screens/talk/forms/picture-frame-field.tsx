import { Button, Group, Text } from '@mantine/core'
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { PictureFrame } from '../../../../shared/body-fields/picture-frame'
import type { PictureCrop, PicturePoint } from '../../../../shared/model/block'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { AssetPicture } from '../../../parts/asset-picture/asset-picture'
import { messages } from './messages'
import styles from './forms.module.css'

type PictureFrameFieldProps = { readonly src: string; readonly alt: string; readonly frame: PictureFrame; readonly onChange: (frame: PictureFrame) => void }

const whole: PictureCrop = { x: 0, y: 0, width: 100, height: 100 }
/** Percent: a drag shorter than this is a click, and no frame is smaller. */
const SMALLEST = 4
/** Percent that an arrow key moves. */
const STEP = 2

const within = (value: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, value)) * 10) / 10

const moved = (crop: PictureCrop, x: number, y: number): PictureCrop => ({ ...crop, x: within(crop.x + x, 0, 100 - crop.width), y: within(crop.y + y, 0, 100 - crop.height) })
const resized = (crop: PictureCrop, width: number, height: number): PictureCrop => ({ ...crop, width: within(crop.width + width, SMALLEST, 100 - crop.x), height: within(crop.height + height, SMALLEST, 100 - crop.y) })

/** What part of a picture is shown, framed by dragging over it or with arrow keys, and the point that must stay in sight, set by a click. */
export function PictureFrameField({ src, alt, frame, onChange }: PictureFrameFieldProps) {
  const text = useText(messages)
  const help = useId()
  const host = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ readonly from: PicturePoint; readonly to: PicturePoint } | null>(null)

  const pointOf = (event: PointerEvent): PicturePoint => {
    const { left, top, width, height } = host.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: within(((event.clientX - left) / width) * 100, 0, 100), y: within(((event.clientY - top) / height) * 100, 0, 100) }
  }
  const dragged = drag && cropOf(drag.from, drag.to)
  const crop = dragged ?? frame.crop

  const onPointerUp = (event: PointerEvent) => {
    if (drag === null) return
    const to = pointOf(event)
    const chosen = cropOf(drag.from, to)
    setDrag(null)
    onChange(chosen === null ? { ...frame, focus: to } : { ...frame, crop: chosen })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const x = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
    const y = event.key === 'ArrowUp' ? -STEP : event.key === 'ArrowDown' ? STEP : 0
    if (x === 0 && y === 0) return
    event.preventDefault()
    const from = frame.crop ?? whole
    const next = event.shiftKey ? resized(from, x, y) : moved(from, x, y)
    onChange({ ...frame, crop: isWhole(next) ? null : next })
  }
  const shown = frame.crop ?? whole
  const said = [text.frameWords(shown.x, shown.y, shown.width, shown.height), frame.focus && text.focusWords(frame.focus.x, frame.focus.y)].filter(Boolean).join('；')

  return (
    <div>
      <Text size="sm" fw={500} aria-hidden>
        {text.frame}
      </Text>
      <Text id={help} size="xs" c="dimmed" mb={4}>
        {text.frameHelp}
      </Text>
      <div
        ref={host}
        role="group"
        aria-roledescription={text.frame}
        aria-label={text.frameOf(said)}
        aria-describedby={help}
        tabIndex={0}
        className={styles.picture}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          host.current?.setPointerCapture(event.pointerId)
          setDrag({ from: pointOf(event), to: pointOf(event) })
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: pointOf(event) })}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setDrag(null)}
        onKeyDown={onKeyDown}
      >
        <AssetPicture address={src} alt={alt} />
        <div className={styles.outside} aria-hidden>
          {crop && <div className={styles.crop} style={{ left: `${crop.x}%`, top: `${crop.y}%`, width: `${crop.width}%`, height: `${crop.height}%` }} />}
          {frame.focus && <div className={styles.focus} style={{ left: `${frame.focus.x}%`, top: `${frame.focus.y}%` }} />}
        </div>
      </div>
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" variant="default" disabled={frame.crop === null} onClick={() => onChange({ ...frame, crop: null })}>
          {text.wholePicture}
        </Button>
        <Button size="compact-xs" variant="default" disabled={frame.focus === null} onClick={() => onChange({ ...frame, focus: null })}>
          {text.noFocus}
        </Button>
      </Group>
    </div>
  )
}

/** Null for what is too small to be meant as a frame. */
function cropOf(from: PicturePoint, to: PicturePoint): PictureCrop | null {
  const crop = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: within(Math.abs(to.x - from.x), 0, 100), height: within(Math.abs(to.y - from.y), 0, 100) }
  if (crop.width < SMALLEST || crop.height < SMALLEST) return null
  return crop
}

const isWhole = ({ x, y, width, height }: PictureCrop): boolean => x === 0 && y === 0 && width === 100 && height === 100
