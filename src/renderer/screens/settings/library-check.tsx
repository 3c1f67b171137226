import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useLocalized, useText } from '../../i18n/language'
import { messages } from './messages'

/** Runs the doctor and shows what it found. */
export function LibraryCheck() {
  const text = useText(messages)
  const localized = useLocalized()
  const engine = useEngine()
  const check = useMutation({ mutationFn: () => engine.app.doctor(), onError: useFailure() })
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2}>{text.check}</Title>
      <Text c="dimmed">{text.checkHint}</Text>
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {text.checkNow}
      </Button>
      <div role="status">
        {check.data?.ok && (
          <Alert variant="light" icon={<IconCheck />}>
            {text.healthy}
          </Alert>
        )}
        {check.data && !check.data.ok && (
          <Alert color="red" variant="light" title={text.problems(check.data.problems.length)}>
            <List size="sm">
              {check.data.problems.map((problem, place) => (
                <List.Item key={`${problem.code}-${place}`}>{localized(problem.message)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
    </Stack>
  )
}
