import { useMemo, useSyncExternalStore } from 'react'

/** Where the window is. The address is `#/room/id?parameters`, so that Back, Forward and a reload work. */
export type Route =
  | { readonly screen: 'library'; readonly materialId: string | null; readonly parameters: URLSearchParams }
  | { readonly screen: 'collection'; readonly collectionId: string; readonly parameters: URLSearchParams }
  | { readonly screen: 'trash'; readonly parameters: URLSearchParams }
  | { readonly screen: 'freshness'; readonly parameters: URLSearchParams }
  | { readonly screen: 'talks'; readonly parameters: URLSearchParams }
  | { readonly screen: 'formats'; readonly parameters: URLSearchParams }
  | { readonly screen: 'audiences'; readonly parameters: URLSearchParams }
  | { readonly screen: 'talk'; readonly talkId: string; readonly parameters: URLSearchParams }
  | { readonly screen: 'schools'; readonly schoolId: string | null; readonly parameters: URLSearchParams }
  | { readonly screen: 'packs'; readonly parameters: URLSearchParams }
  | { readonly screen: 'settings'; readonly parameters: URLSearchParams }

/** Reads an address such as `#/talk/0190…?insert=0190…`; an unknown one is the library. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const parameters = new URLSearchParams(query)
  const [screen, id] = path.split('/', 2)
  if (screen === 'talks' || screen === 'formats' || screen === 'audiences' || screen === 'trash' || screen === 'freshness') return { screen, parameters }
  if (screen === 'collection' && id) return { screen, collectionId: id, parameters }
  if (screen === 'settings' || screen === 'packs') return { screen, parameters }
  if (screen === 'schools') return { screen, schoolId: id || null, parameters }
  if (screen === 'talk' && id) return { screen, talkId: id, parameters }
  return { screen: 'library', materialId: (screen === 'library' && id) || null, parameters }
}

export const addressOf = {
  library: (materialId?: string) => (materialId ? `#/library/${materialId}` : '#/library'),
  collection: (id: string) => `#/collection/${id}`,
  trash: () => '#/trash',
  freshness: () => '#/freshness',
  /** @param insert a material for which the user is to choose a talk */
  talks: (insert?: string) => (insert ? `#/talks?insert=${insert}` : '#/talks'),
  /** @param insert a material to bring in as a block */
  talk: (id: string, insert?: string) => (insert ? `#/talk/${id}?insert=${insert}` : `#/talk/${id}`),
  /** @param chosen id or key of the one to show */
  formats: (chosen?: string) => (chosen ? `#/formats?chosen=${encodeURIComponent(chosen)}` : '#/formats'),
  /** @param chosen id or key of the one to show */
  audiences: (chosen?: string) => (chosen ? `#/audiences?chosen=${encodeURIComponent(chosen)}` : '#/audiences'),
  /** @param chosen id of the one to show */
  schools: (chosen?: string) => (chosen ? `#/schools/${chosen}` : '#/schools'),
  /** @param talk id of the one that packs are made of */
  packs: (talk?: string) => (talk ? `#/packs?talk=${talk}` : '#/packs'),
  settings: () => '#/settings',
}

/** @param replace true leaves no step behind for Back */
export function navigate(address: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', address)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else window.location.hash = address
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** For what happens at some time; what is shown uses {@link useRoute}. */
export const currentRoute = (): Route => parseRoute(window.location.hash)

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}
