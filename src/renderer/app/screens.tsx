import { Alert, Button, Center, Loader, Stack } from '@mantine/core'
import { Component, lazy, Suspense, useState, type ReactNode } from 'react'
import { assertNever } from '../../shared/assert-never'
import type { AppState } from '../../shared/contract/app'
import { useText } from '../i18n/language'
import { messages } from './messages'
import { useRoute, type Route } from './router'

const LibraryScreen = lazy(async () => ({ default: (await import('../screens/library/library-screen')).LibraryScreen }))
const CollectionScreen = lazy(async () => ({ default: (await import('../screens/library/collections/collection-screen')).CollectionScreen }))
const TrashScreen = lazy(async () => ({ default: (await import('../screens/library/trash/trash-screen')).TrashScreen }))
const FreshnessScreen = lazy(async () => ({ default: (await import('../screens/library/freshness/freshness-screen')).FreshnessScreen }))
const WelcomeScreen = lazy(async () => ({ default: (await import('../screens/welcome/welcome-screen')).WelcomeScreen }))
const TalksScreen = lazy(async () => ({ default: (await import('../screens/talks/talks-screen')).TalksScreen }))
const TalkScreen = lazy(async () => ({ default: (await import('../screens/talk/talk-screen')).TalkScreen }))
const FormatsScreen = lazy(async () => ({ default: (await import('../screens/talks/catalogue/formats-screen')).FormatsScreen }))
const AudiencesScreen = lazy(async () => ({ default: (await import('../screens/talks/catalogue/audiences-screen')).AudiencesScreen }))
const SchoolsScreen = lazy(async () => ({ default: (await import('../screens/schools/schools-screen')).SchoolsScreen }))
const PacksScreen = lazy(async () => ({ default: (await import('../screens/packs/packs-screen')).PacksScreen }))
const SettingsScreen = lazy(async () => ({ default: (await import('../screens/settings/settings-screen')).SettingsScreen }))

/** The screen that the address names. One that fails takes only itself down: the rail still leads elsewhere. */
export function Screens({ state }: { state: AppState }) {
  const route = useRoute()
  const { sources, materials, talks } = state.counts
  const [welcomed, setWelcomed] = useState(false)
  const isEmpty = sources + materials + talks === 0
  return (
    <ScreenBoundary key={route.screen}>
      <Suspense
        fallback={
          <Center h="100%">
            <Loader />
          </Center>
        }
      >
        {route.screen === 'library' && isEmpty && !welcomed ? <WelcomeScreen onStartEmpty={() => setWelcomed(true)} /> : <Screen route={route} />}
      </Suspense>
    </ScreenBoundary>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'library':
      return <LibraryScreen chosenId={route.materialId} />
    case 'collection':
      return <CollectionScreen key={route.collectionId} collectionId={route.collectionId} />
    case 'trash':
      return <TrashScreen />
    case 'freshness':
      return <FreshnessScreen />
    case 'talks':
      return <TalksScreen />
    case 'formats':
      return <FormatsScreen chosen={route.parameters.get('chosen')} />
    case 'audiences':
      return <AudiencesScreen chosen={route.parameters.get('chosen')} />
    case 'talk':
      return <TalkScreen key={route.talkId} talkId={route.talkId} insert={route.parameters.get('insert')} />
    case 'schools':
      return <SchoolsScreen chosenId={route.schoolId} />
    case 'packs':
      return <PacksScreen talk={route.parameters.get('talk')} />
    case 'settings':
      return <SettingsScreen />
    default:
      return assertNever(route)
  }
}

class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    console.error(error)
  }

  override render() {
    return this.state.failed ? <ScreenFailed onRetry={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function ScreenFailed({ onRetry }: { onRetry: () => void }) {
  const text = useText(messages)
  return (
    <Center h="100%" p="xl">
      <Alert title={text.screenFailed} color="red">
        <Stack align="flex-start">
          {text.screenFailedHint}
          <Button variant="default" onClick={onRetry}>
            {text.tryAgain}
          </Button>
        </Stack>
      </Alert>
    </Center>
  )
}
