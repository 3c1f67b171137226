import { useQuery, useQueryClient } from '@tanstack/react-query'
import { paceOf } from '../../../shared/model/rehearsal'
import { defaultSettings } from '../../../shared/model/settings'
import { useEngine } from '../../app/engine'
import { keys, useAppState } from '../../app/queries'

const LECTURERS = ['settings', 'lecturers'] as const

/** Lecturers with a pace of their own. */
export function useLecturers() {
  const engine = useEngine()
  return useQuery({ queryKey: LECTURERS, queryFn: ({ signal }) => engine.lecturers.list(undefined, { signal }) })
}

/** The pace of a talk's speaker, and their name; where the talk names nobody, the library's own speaker. */
export function useLecturerPace(speaker: string): { lecturer: string; pace: number } {
  const settings = useAppState().data?.settings ?? defaultSettings
  const lecturers = useLecturers().data ?? []
  const lecturer = speaker.trim() || settings.speaker.trim()
  return { lecturer, pace: paceOf(lecturer, lecturers, settings.pace) }
}

/** Sets the pace of a lecturer; without a name the library's. It gives the way back to what was before. */
export function useSetPace(lecturer: string): (pace: number) => Promise<() => Promise<void>> {
  const engine = useEngine()
  const client = useQueryClient()
  const { settings } = useAppState().data ?? { settings: defaultSettings }
  const known = (useLecturers().data ?? []).find(({ name }) => name === lecturer)
  return async (pace) => {
    const refresh = async () => {
      await Promise.all([client.invalidateQueries({ queryKey: keys.state }), client.invalidateQueries({ queryKey: LECTURERS })])
    }
    const back = lecturer === '' ? await setUsual(pace) : await setOwn(pace)
    await refresh()
    return async () => {
      await back()
      await refresh()
    }
  }

  async function setUsual(pace: number): Promise<() => Promise<unknown>> {
    await engine.app.changeSettings({ pace })
    return () => engine.app.changeSettings({ pace: settings.pace })
  }

  async function setOwn(pace: number): Promise<() => Promise<unknown>> {
    const { id } = await engine.lecturers.setPace({ name: lecturer, pace })
    return () => (known ? engine.lecturers.setPace({ name: lecturer, pace: known.pace }) : engine.lecturers.remove({ id }))
  }
}
