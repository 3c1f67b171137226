import { Button, Center, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileImport, IconSparkles } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { languages } from '../../../shared/language'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useLanguage, useText } from '../../i18n/language'
import { useImport } from '../import/import-session'
import { messages } from './messages'
import { WelcomePicture } from './welcome-picture'

/** The first start, and every empty library: choose the language, look at an example, begin with one's own documents or with nothing. */
export function WelcomeScreen({ onStartEmpty }: { onStartEmpty: () => void }) {
  const text = useText(messages)
  const language = useLanguage()
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const { choose } = useImport()
  const fill = useMutation({
    mutationFn: () => engine.app.demo(),
    onSuccess: async (counts) => {
      notifications.show({ message: text.filled(counts.sources, counts.materials, counts.talks) })
      await client.invalidateQueries()
    },
    onError: fail,
  })
  const speak = useMutation({ mutationFn: (chosen: (typeof languages)[number]) => engine.app.changeSettings({ language: chosen }), onSuccess: () => client.invalidateQueries(), onError: fail })

  return (
    <Center mih="100%" p="xl">
      <Stack maw={480} gap={24}>
        <WelcomePicture />
        <Stack gap="sm">
          <Title order={1} fz={28}>
            {text.title}
          </Title>
          <Text size="lg">{text.lead}</Text>
        </Stack>
        <SegmentedControl
          style={{ alignSelf: 'flex-start' }}
          aria-label={text.language}
          value={language}
          onChange={(chosen) => speak.mutate(chosen)}
          data={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Stack gap="xs" align="flex-start">
          <Button size="md" leftSection={<IconSparkles size={18} />} loading={fill.isPending} onClick={() => fill.mutate()}>
            {text.demo}
          </Button>
          <Text size="sm" c="dimmed">
            {text.demoHint}
          </Text>
        </Stack>
        <Stack gap="xs" align="flex-start">
          <Button size="md" variant="default" leftSection={<IconFileImport size={18} />} onClick={choose}>
            {text.importFiles}
          </Button>
          <Text size="sm" c="dimmed">
            {text.importHint}
          </Text>
        </Stack>
        <Button variant="subtle" size="compact-md" style={{ alignSelf: 'flex-start' }} ml={-8} onClick={onStartEmpty}>
          {text.startEmpty}
        </Button>
      </Stack>
    </Center>
  )
}
