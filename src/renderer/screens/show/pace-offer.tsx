import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fitPace, type PaceFit } from '../../../shared/rehearsal/fit-pace'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { useSetPace } from './use-lecturer-pace'

const SLOWEST = 120
const FASTEST = 320

/**
 * What the rehearsals of a lecturer say of their pace, and the offer to reckon with it from now on. Nothing changes before it is accepted.
 * @param lecturer whose; empty for the library's own speaker
 * @param pace what times are worked out at now
 */
export function PaceOffer({ lecturer, pace }: { lecturer: string; pace: number }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const setPace = useSetPace(lecturer)
  const heard = useQuery({ queryKey: ['talks', 'rehearsals-of', lecturer], queryFn: ({ signal }) => engine.rehearsals.ofLecturer({ name: lecturer }, { signal }) })
  const fit = useMemo(() => (heard.data ? fitPace(heard.data) : null), [heard.data])
  if (!heard.data) return null
  if (fit === null) return <Text size="sm">{heard.data.length === 0 ? null : text.paceTooLittle}</Text>
  const proposed = Math.max(SLOWEST, Math.min(FASTEST, fit.pace))
  const use = () => {
    setPace(proposed)
      .then((back) => {
        const id = 'pace-used'
        const undo = () => {
          notifications.hide(id)
          back().catch(fail)
        }
        notifications.show({ id, message: <UndoLine word={text.paceUsed(proposed)} undo={text.undo} onUndo={undo} />, autoClose: 8000 })
      })
      .catch(fail)
  }
  return (
    <section className="pace-offer" aria-label={text.paceTitle}>
      <Text size="sm">{sentence(fit, text)}</Text>
      {agrees(fit, pace) ? (
        <Text size="sm" c="dimmed">
          {text.paceFits}
        </Text>
      ) : (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {text.paceNow(pace)}
          </Text>
          <Button size="compact-sm" variant="light" onClick={use}>
            {text.usePace(proposed)}
          </Button>
        </Group>
      )}
    </section>
  )
}

/** A pace within the interval is not worth a change. */
const agrees = ({ pace: fitted, low, high }: PaceFit, pace: number): boolean => fitted === pace || (low <= pace && pace <= high)

const sentence = (fit: PaceFit, text: (typeof messages)['en']): string => text.paceFound(fit.pace, fit.low, fit.high, fit.rehearsals) + (fit.leftOut > 0 ? ` ${text.paceLeftOut(fit.leftOut)}` : '')

function UndoLine({ word, undo, onUndo }: { word: string; undo: string; onUndo: () => void }) {
  return (
    <Group justify="space-between">
      {word}
      <Button size="compact-xs" variant="subtle" onClick={onUndo}>
        {undo}
      </Button>
    </Group>
  )
}
