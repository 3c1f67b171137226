import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconMarkdown, IconPackageExport, IconPackageImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { LeavingForm } from '../../../shared/contract/leaving'
import { useLocalized, useText } from '../../i18n/language'
import { WorkProgress } from '../../parts/work-progress/work-progress'
import { useImport } from '../import/import-session'
import { keepingMessages as messages } from './keeping-messages'
import { usePack } from './use-pack'

/** The ways out with everything, and the way in for what somebody else took out. */
export function Leaving() {
  const text = useText(messages)
  const localized = useLocalized()
  const { chooseBundle } = useImport()
  const pack = usePack()
  const [form, setForm] = useState<LeavingForm>('bundle')
  const start = (wanted: LeavingForm) => {
    setForm(wanted)
    pack.start(wanted)
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Title order={2}>{text.leaving}</Title>
      <Text c="dimmed">{text.leavingHint}</Text>
      <Group gap="sm">
        <Button variant="default" leftSection={<IconPackageExport size={16} />} onClick={() => start('bundle')}>
          {text.saveBundle}
        </Button>
        <Button variant="default" leftSection={<IconMarkdown size={16} />} onClick={() => start('markdown')}>
          {text.saveMarkdown}
        </Button>
        <Button variant="subtle" leftSection={<IconPackageImport size={16} />} onClick={chooseBundle}>
          {text.openBundle}
        </Button>
      </Group>
      {pack.warnings.length > 0 && (
        <Alert variant="light" color="yellow" title={text.packWarnings(pack.warnings.length)}>
          <List size="sm">
            {pack.warnings.map((warning, place) => (
              <List.Item key={`${warning.code}-${place}`}>{localized(warning.message)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {pack.progress && <WorkProgress title={text.packing[form]} {...pack.progress} sentence={text.percent(pack.progress.done, pack.progress.total)} hint={text.nothingLeft} cancelName={text.cancel} onCancel={pack.cancel} />}
    </Stack>
  )
}
