import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useEngine, type Engine } from './engine'

/** The rooms of the library whose changes the engine announces; every query key begins with the room that it reads. */
export type Room = 'materials' | 'sources' | 'talks' | 'schools' | 'settings'

/** What reads more than one room: read again after every change. */
const EVERY_ROOM = 'app'

/**
 * Query keys. A query of another screen begins with its room (`['talks', …]`), and the changes stream keeps it fresh.
 */
export const keys = {
  state: [EVERY_ROOM, 'state'],
  history: [EVERY_ROOM, 'history'],
  labels: ['materials', 'labels'],
  search: (query: unknown) => ['materials', 'search', query],
  material: (id: string) => ['materials', 'one', id],
  sources: ['sources', 'list'],
  source: (id: string) => ['sources', 'one', id],
  paragraphs: (id: string, from: number, to: number) => ['sources', 'paragraphs', id, from, to],
  talks: ['talks', 'list'],
  schools: ['schools', 'list'],
  school: (id: string) => ['schools', 'one', id],
  backups: [EVERY_ROOM, 'backups'],
} as const

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The engine sits in the same computer and announces what changed: nothing goes stale by itself, nothing is worth retrying.
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

export function useAppState() {
  const engine = useEngine()
  return useQuery({ queryKey: keys.state, queryFn: ({ signal }) => engine.app.state(undefined, { signal }) })
}

/** Keeps every query fresh: listens to the engine's changes for as long as the window is open. */
export function useChanges(): void {
  const engine = useEngine()
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    // The stream ends when the engine does; what the user then does fails with its own sentence.
    followChanges(engine, client, stop.signal).catch(() => undefined)
    return () => stop.abort()
  }, [engine, client])
}

async function followChanges(engine: Engine, client: QueryClient, signal: AbortSignal): Promise<void> {
  for await (const { rooms } of await engine.app.changes(undefined, { signal })) {
    for (const room of [EVERY_ROOM, ...rooms]) void client.invalidateQueries({ queryKey: [room] })
  }
}
