import '@mantine/core/styles.css'
import './app.css'
import { Center, EmptyState, MantineProvider } from '@mantine/core'
import type { Failure } from '../../shared/contract/failure'
import { systemLanguage } from '../i18n/language'
import { messages } from './messages'
import { themeWith } from './theme'

/**
 * What the window says when there is nothing to work on.
 * @param failure why the library cannot be opened; without it, there is no engine to talk to at all
 */
export function Unreachable({ failure }: { failure?: Failure }) {
  const language = systemLanguage()
  const text = messages[language]
  return (
    <MantineProvider theme={themeWith(text.close)} defaultColorScheme="auto">
      <Center h="100dvh">
        <EmptyState title={failure ? text.cannotOpen : text.unreachable} description={failure ? failure.message[language] : text.unreachableHint} />
      </Center>
    </MantineProvider>
  )
}
