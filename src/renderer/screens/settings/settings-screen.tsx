import { Stack, Title } from '@mantine/core'
import { useText } from '../../i18n/language'
import { useAppState } from '../../app/queries'
import { About } from './about'
import { LibraryCheck } from './library-check'
import { messages } from './messages'
import { Preferences } from './preferences'

/** Language, appearance, pace and speaker; what is running; a check of the library. */
export function SettingsScreen() {
  const text = useText(messages)
  const { data } = useAppState()
  if (!data) return null
  return (
    <Stack gap={32} maw={640} p="xl" pb={64}>
      <Title order={1}>{text.title}</Title>
      <Preferences settings={data.settings} />
      <LibraryCheck />
      <About state={data} />
    </Stack>
  )
}
