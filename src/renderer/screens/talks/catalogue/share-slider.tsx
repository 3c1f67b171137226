import { Slider } from '@mantine/core'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

/** A share of the time in whole per cents, by mouse and by arrow keys. */
export function ShareSlider({ label, share, onShare, max = 100, min = 1 }: { label: string; share: number; onShare: (share: number) => void; max?: number; min?: number }) {
  const text = useText(messages)
  return <Slider thumbLabel={label} label={text.shareOf} value={share} min={min} max={max} step={1} onChange={onShare} thumbProps={{ 'aria-valuetext': text.shareOf(share) }} />
}
