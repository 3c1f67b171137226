import { useEffect } from 'react'
import { isComposing } from '../../../app/typing'
import type { Steps } from './use-in-step'

/** F8 goes to the next block that is out of step, Shift F8 to the one before, round and round. */
export function useStepKeys(steps: Steps, selected: string | null, onGo: (block: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || isComposing(event)) return
      event.preventDefault()
      const keys = [...steps.keys()]
      const at = keys.findIndex((key) => key === selected)
      const next = event.shiftKey ? keys.at(at < 0 ? -1 : at - 1) : keys[(at + 1) % keys.length]
      if (next !== undefined) onGo(next)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [steps, selected, onGo])
}
