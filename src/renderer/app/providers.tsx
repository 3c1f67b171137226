import '@mantine/core/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { LanguageProvider, systemLanguage } from '../i18n/language'
import { EngineProvider, type Engine } from './engine'
import { createQueryClient, useAppState, useChanges } from './queries'
import { SaveStatusProvider } from './save-status'
import { messages } from './messages'
import { themeWith } from './theme'

/** Everything that a screen stands on: engine, fresh queries, language, appearance, notifications. */
export function Providers({ engine, children }: { engine: Engine; children: ReactNode }) {
  const [queries] = useState(createQueryClient)
  return (
    <EngineProvider engine={engine}>
      <QueryClientProvider client={queries}>
        <SaveStatusProvider>
          <Appearance>{children}</Appearance>
        </SaveStatusProvider>
      </QueryClientProvider>
    </EngineProvider>
  )
}

function Appearance({ children }: { children: ReactNode }) {
  useChanges()
  const settings = useAppState().data?.settings
  const language = settings?.language ?? systemLanguage()
  const appearance = settings?.appearance ?? 'system'
  const theme = useMemo(() => themeWith(messages[language].close), [language])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LanguageProvider language={language}>
      <MantineProvider theme={theme} defaultColorScheme="auto" forceColorScheme={appearance === 'system' ? undefined : appearance}>
        <Notifications position="bottom-right" limit={4} autoClose={6000} />
        {children}
      </MantineProvider>
    </LanguageProvider>
  )
}
