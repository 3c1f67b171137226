import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { catalogueOf } from '../../../shared/formats/catalogue'
import type { Catalogue } from '../../../shared/formats/talk-formats'
import type { OwnAudience, OwnFormat } from '../../../shared/model/own-definitions'
import { useEngine } from '../../app/engine'

export const catalogueKeys = { formats: ['talks', 'formats'], audiences: ['talks', 'audiences'] } as const

const none: readonly never[] = []

export function useOwnFormats(): readonly OwnFormat[] {
  const engine = useEngine()
  return useQuery({ queryKey: catalogueKeys.formats, queryFn: ({ signal }) => engine.formats.list(undefined, { signal }) }).data ?? none
}

export function useOwnAudiences(): readonly OwnAudience[] {
  const engine = useEngine()
  return useQuery({ queryKey: catalogueKeys.audiences, queryFn: ({ signal }) => engine.audiences.list(undefined, { signal }) }).data ?? none
}

/** What a talk can be built as and made for; the built-in ones alone for as long as the user's own are being read. */
export function useCatalogue(): Catalogue {
  const formats = useOwnFormats()
  const audiences = useOwnAudiences()
  return useMemo(() => catalogueOf(formats, audiences), [formats, audiences])
}
