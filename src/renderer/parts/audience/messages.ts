import type { builtInAudiences } from '../../../shared/model/block'
import { useText } from '../../i18n/language'
import { defineMessages } from '../../i18n/messages'

export const audienceWords = defineMessages<Record<(typeof builtInAudiences)[number], string>>(
  { officials: '干部', principals: '校长', 'young-teachers': '青年教师', 'civics-teachers': '思政课教师', students: '学生' },
  { officials: 'Officials', principals: 'Principals', 'young-teachers': 'Young teachers', 'civics-teachers': 'Civics teachers', students: 'Students' },
)

/** What to show for an audience: the word for a built-in key such as `young-teachers`, the user's own name as it is. */
export function useAudienceName(): (audience: string) => string {
  const words: Readonly<Record<string, string>> = useText(audienceWords)
  return (audience) => words[audience] ?? audience
}
