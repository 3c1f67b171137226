import { Divider, Stack, Title } from '@mantine/core'
import { useText } from '../../i18n/language'
import { useAppState } from '../../app/queries'
import { About } from './about'
import { Backups } from './backups'
import { Leaving } from './leaving'
import { LibraryCheck } from './library-check'
import { messages } from './messages'
import { Preferences } from './preferences'

/** Language, appearance, pace and speaker; backups and the ways out; a check of the library; what is running. */
export function SettingsScreen() {
  const text = useText(messages)
  const { data } = useAppState()
  if (!data) return null
  return (
    <Stack gap={32} maw={720} p="xl" pb={64}>
      <Title order={1}>{text.title}</Title>
      <Preferences settings={data.settings} />
      <Divider />
      <Backups />
      <Divider />
      <Leaving />
      <Divider />
      <LibraryCheck />
      <Divider />
      <About state={data} />
    </Stack>
  )
}
