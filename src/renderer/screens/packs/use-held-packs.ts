import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HeldPack } from '../../../shared/contract/packs'
import type { TalkId } from '../../../shared/model/ids'
import type { SchoolId } from '../../../shared/model/school'
import { useEngine } from '../../app/engine'

export type HeldPacks = ReadonlyMap<SchoolId, HeldPack['holds']>

/** Begins the key of what lies in a folder; a run of packs changes it, of which the library tells nothing. */
export const heldPacksKey = ['talks', 'pack-held'] as const

const none: HeldPacks = new Map()

/** Which schools have a pack in the folder already. @param to as it is typed; asked for once somebody has stopped */
export function useHeldPacks(talkId: TalkId, to: string, zip: boolean): HeldPacks {
  const engine = useEngine()
  const [settled] = useDebouncedValue(to, 400)
  // Packs come and go on the disk: whoever comes to the room sees them as they are.
  const { data } = useQuery({ queryKey: [...heldPacksKey, talkId, settled, zip], enabled: settled !== '', staleTime: 0, refetchOnMount: 'always', retry: false, queryFn: ({ signal }) => engine.packs.held({ talkId, to: settled, zip }, { signal }) })
  return useMemo(() => (data === undefined ? none : new Map(data.map(({ school, holds }) => [school, holds]))), [data])
}
