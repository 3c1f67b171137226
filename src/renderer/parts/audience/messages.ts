import type { builtInAudiences } from '../../../shared/model/block'
import { audienceOf } from '../../../shared/formats/talk-formats'
import { useLocalized, useText } from '../../i18n/language'
import { defineMessages } from '../../i18n/messages'
import { useCatalogue } from '../catalogue/use-catalogue'

export const audienceWords = defineMessages<Record<(typeof builtInAudiences)[number], string>>(
  { officials: '干部', principals: '校长', 'young-teachers': '青年教师', 'civics-teachers': '思政课教师', students: '学生' },
  { officials: 'Officials', principals: 'Principals', 'young-teachers': 'Young teachers', 'civics-teachers': 'Civics teachers', students: 'Students' },
)

/** What to show for an audience: the word for a built-in key such as `young-teachers`, the name of one of the user's own, any other as it is. */
export function useAudienceName(): (audience: string) => string {
  const words: Readonly<Record<string, string>> = useText(audienceWords)
  const catalogue = useCatalogue()
  const localized = useLocalized()
  return (key) => {
    const known = words[key] === undefined ? audienceOf(key, catalogue) : null
    return words[key] ?? (known === null ? key : localized(known.name))
  }
}

/** The keys of all audiences that there are, the built-in ones first. */
export const useAudienceKeys = (): readonly string[] => useCatalogue().audiences.map(({ key }) => key)
