import '@mantine/core/styles.css'
import './app.css'
import { Center, EmptyState, MantineProvider } from '@mantine/core'
import { systemLanguage } from '../i18n/language'
import { messages } from './messages'
import { themeWith } from './theme'

/** What the window says when there is no engine to talk to at all. */
export function Unreachable() {
  const text = messages[systemLanguage()]
  return (
    <MantineProvider theme={themeWith(text.close)} defaultColorScheme="auto">
      <Center h="100dvh">
        <EmptyState title={text.unreachable} description={text.unreachableHint} />
      </Center>
    </MantineProvider>
  )
}
