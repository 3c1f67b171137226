import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExportedFile, ExportKind } from '../../../../shared/contract/talks'
import type { TalkId } from '../../../../shared/model/ids'
import type { Warning } from '../../../../shared/outcome'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useAudienceName } from '../../../parts/audience/messages'
import { type ExportChoices, slidePicturesOf } from './export-choices'

export type Exported = { readonly files: readonly ExportedFile[]; readonly warnings: readonly Warning[] }
export type ExportState =
  | { readonly at: 'choosing' }
  | { readonly at: 'running'; readonly done: number; readonly total: number; readonly kind: ExportKind | null }
  | { readonly at: 'finished'; readonly exported: Exported }

const choosing: ExportState = { at: 'choosing' }

/**
 * Makes the files, one set for each audience, with progress and a way out. Leaving the screen stops it.
 * @param flush writes what is not yet saved: the export reads the library
 */
export function useExport(talkId: TalkId, flush: () => Promise<void>) {
  const engine = useEngine()
  const fail = useFailure()
  const audienceName = useAudienceName()
  const [state, setState] = useState<ExportState>(choosing)
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])

  const run = async ({ kinds, preset, audiences, school, ...choices }: ExportChoices): Promise<void> => {
    const stop = new AbortController()
    running.current = stop
    const variants = audiences.length === 0 ? [''] : audiences
    const total = kinds.length * variants.length
    setState({ at: 'running', done: 0, total, kind: null })
    try {
      await flush()
      const files: ExportedFile[] = []
      const warnings = new Map<string, Warning>()
      for (const [index, audience] of variants.entries()) {
        const events = await engine.talks.export({ id: talkId, kinds: [...kinds], preset, slidePictures: slidePicturesOf({ preset, ...choices }), audience, together: true, school }, { signal: stop.signal })
        for await (const event of events) {
          if (event.type === 'progress') setState({ at: 'running', done: index * kinds.length + event.done, total, kind: event.kind })
          else {
            files.push(...event.files.map((file) => (variants.length === 1 ? file : { ...file, name: `${audienceName(audience)} ${file.name}` })))
            for (const warning of event.warnings) warnings.set(`${warning.code} ${warning.place}`, warning)
          }
        }
      }
      setState({ at: 'finished', exported: { files, warnings: [...warnings.values()] } })
    } catch (error) {
      setState(choosing)
      if (!stop.signal.aborted) fail(error)
    } finally {
      running.current = null
    }
  }

  const cancel = useCallback(() => running.current?.abort(), [])
  const again = useCallback(() => setState(choosing), [])
  return { state, run, cancel, again }
}
