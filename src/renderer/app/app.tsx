import { Button, Center, EmptyState, Loader, Modal } from '@mantine/core'
import { useText, useLocalized } from '../i18n/language'
import { ImportProvider } from '../screens/import/import-session'
import { PackRunProvider } from '../screens/packs/pack-run'
import type { Engine } from './engine'
import { failureOf } from './failure'
import { messages } from './messages'
import { Providers } from './providers'
import { useAppState } from './queries'
import { useRoute } from './router'
import { Screens } from './screens'
import { Shell } from './shell'

/**
 * The whole window over one engine.
 * @param ended true once the engine is gone: nothing can be read or saved any more
 */
export function App({ engine, ended = false }: { engine: Engine; ended?: boolean }) {
  return (
    <Providers engine={engine}>
      <Window />
      <EngineEnded opened={ended} />
    </Providers>
  )
}

function EngineEnded({ opened }: { opened: boolean }) {
  const text = useText(messages)
  return (
    <Modal opened={opened} onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={text.ended}>
      {text.endedHint}
    </Modal>
  )
}

function Window() {
  const text = useText(messages)
  const localized = useLocalized()
  const state = useAppState()
  const route = useRoute()
  if (state.isError) {
    return (
      <Center h="100dvh">
        <EmptyState title={text.cannotOpen} description={localized(failureOf(state.error).message)}>
          <Button onClick={() => state.refetch()}>{text.tryAgain}</Button>
        </EmptyState>
      </Center>
    )
  }
  if (!state.data) {
    return (
      <Center h="100dvh">
        <Loader aria-label={text.opening} />
      </Center>
    )
  }
  return (
    <ImportProvider dropping={route.screen !== 'talk'}>
      <PackRunProvider>
        <Shell libraryName={state.data.libraryName} notices={state.data.notices}>
          <Screens state={state.data} />
        </Shell>
      </PackRunProvider>
    </ImportProvider>
  )
}
