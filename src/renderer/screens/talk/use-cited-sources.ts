import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { citedByTitle } from '../../../shared/citation/cited-by-title'
import type { Talk } from '../../../shared/model/block'
import type { SourceLookup } from '../../../shared/slides/context'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'

/** What the library knows of the sources that a talk names; asked for only where the talk has a list of references of its own. */
export function useCitedSources(talk: Talk): SourceLookup {
  const engine = useEngine()
  const wanted = talk.sections.some(({ blocks }) => blocks.some(({ content }) => content.kind === 'references'))
  const { data: sources } = useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => engine.sources.list(undefined, { signal }), enabled: wanted })
  return useMemo(() => citedByTitle(wanted ? (sources ?? []) : []), [wanted, sources])
}
