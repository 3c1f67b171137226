import { paceOf } from '../../shared/model/rehearsal'
import type { Library } from '../library/library'

/** The pace of whoever a talk names, in Han characters a minute; of the library's own speaker where it names nobody. */
export const paceOfSpeaker = (library: Library) => (speaker: string): number => {
  const { pace, speaker: own } = library.settings.get()
  return paceOf(speaker.trim() || own, library.lecturers.list(), pace)
}
