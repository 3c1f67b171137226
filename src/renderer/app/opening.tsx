import '@mantine/core/styles.css'
import './app.css'
import { Center, MantineProvider, Progress, Stack, Text, Title } from '@mantine/core'
import type { OpeningStep } from '../../shared/contract/opening'
import { openingSentence } from '../../shared/opening-sentence'
import { systemLanguage } from '../i18n/language'
import { WelcomePicture } from '../screens/welcome/welcome-picture'
import { messages } from './messages'
import { themeWith } from './theme'

/** What the window shows while the library of an earlier Lectern is brought on. The language is the system's: what the user chose stands in the library. */
export function Opening({ step }: { step: OpeningStep }) {
  const language = systemLanguage()
  const text = messages[language]
  const sentence = openingSentence(step)[language]
  const isKnown = step.total > 0
  return (
    <MantineProvider theme={themeWith(text.close)} defaultColorScheme="auto">
      <Center h="100dvh" p="xl" component="main">
        <Stack w="100%" maw={420} gap="lg">
          <WelcomePicture />
          <Title order={1} fz={22}>
            {text.upgradingTitle}
          </Title>
          <Stack gap="xs">
            <Text role="status">{sentence}</Text>
            <Progress value={isKnown ? (step.done / step.total) * 100 : 100} animated={!isKnown} aria-label={text.upgradingTitle} />
          </Stack>
          <Text size="sm" c="dimmed">
            {text.upgradingHint}
          </Text>
        </Stack>
      </Center>
    </MantineProvider>
  )
}
