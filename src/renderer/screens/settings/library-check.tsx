import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { DoctorReport, Repair } from '../../../shared/contract/app'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useLocalized, useText } from '../../i18n/language'
import { messages } from './messages'

/** Runs the doctor, shows what it found, and offers what Lectern can mend without touching what the user wrote. */
export function LibraryCheck() {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const check = useMutation({ mutationFn: (repair: Repair | null): Promise<DoctorReport> => (repair === null ? engine.app.doctor() : engine.keeping.repair({ repair })), onError: fail })
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2}>{text.check}</Title>
      <Text c="dimmed">{text.checkHint}</Text>
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate(null)}>
        {text.checkNow}
      </Button>
      <div role="status">{check.data && <Report report={check.data} busy={check.isPending} onRepair={(repair) => check.mutate(repair)} />}</div>
    </Stack>
  )
}

function Report({ report, busy, onRepair }: { report: DoctorReport; busy: boolean; onRepair: (repair: Repair) => void }) {
  const text = useText(messages)
  const localized = useLocalized()
  // One press mends everything of its kind, so each repair is offered once.
  const repairs = [...new Set(report.problems.flatMap(({ repair }) => (repair ? [repair] : [])))]
  return (
    <Stack gap="sm">
      {report.ok ? (
        <Alert variant="light" icon={<IconCheck />}>
          {text.healthy}
        </Alert>
      ) : (
        <Alert color="red" variant="light" title={text.problems(report.problems.length)}>
          <List size="sm">
            {report.problems.map((problem, place) => (
              <List.Item key={`${problem.code}-${place}`}>{localized(problem.message)}</List.Item>
            ))}
          </List>
          {repairs.map((repair) => (
            <div key={repair}>
              <Text size="sm" mt="md">
                {text.repairHints[repair]}
              </Text>
              <Button mt="xs" size="compact-sm" loading={busy} onClick={() => onRepair(repair)}>
                {text.repairs[repair]}
              </Button>
            </div>
          ))}
        </Alert>
      )}
      {report.hints.length > 0 && (
        <Alert variant="light" color="gray" title={text.hints}>
          <List size="sm">
            {report.hints.map((hint, place) => (
              <List.Item key={`${hint.code}-${place}`}>{localized(hint.message)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}
