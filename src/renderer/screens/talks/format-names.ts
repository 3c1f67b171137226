import type { TalkFormat } from '../../../shared/model/block'
import { useLocalized, useText } from '../../i18n/language'
import { defineMessages } from '../../i18n/messages'
import { useCatalogue } from '../../parts/catalogue/use-catalogue'

export const formatWords = defineMessages<Record<TalkFormat, string>>(
  { 'theory+story': '理论＋故事', 'policy+case': '政策＋案例', 'lesson+performance': '宣讲＋展演', 'topic+questions': '专题＋现场问答', 'quiz+sharing': '竞答＋分享' },
  { 'theory+story': 'Theory and story', 'policy+case': 'Policy and case', 'lesson+performance': 'Lesson and performance', 'topic+questions': 'Topic and live questions', 'quiz+sharing': 'Quiz and sharing' },
)

/** What each format is good for, in half a sentence. */
export const formatHints = defineMessages<Record<TalkFormat, string>>(
  {
    'theory+story': '用身边的故事讲清一个道理',
    'policy+case': '先读懂文件，再看学校怎么做',
    'lesson+performance': '讲一段，演一段，让人记得住',
    'topic+questions': '围绕一个专题，当场答疑',
    'quiz+sharing': '边答题边交流，适合学生',
  },
  {
    'theory+story': 'One idea, made clear by stories close at hand',
    'policy+case': 'Read the document, then see how a school did it',
    'lesson+performance': 'Some told, some performed, all remembered',
    'topic+questions': 'One topic, questions answered on the spot',
    'quiz+sharing': 'Answer and share in turns; good for students',
  },
)

/** What to show for a format: the word for a built-in key such as `policy+case`, the name of one of the user's own, any other as it is. */
export function useFormatName(): (format: string) => string {
  const words: Readonly<Record<string, string>> = useText(formatWords)
  const { formats } = useCatalogue()
  const localized = useLocalized()
  return (key) => {
    const own = formats.find((format) => format.key === key)
    return words[key] ?? (own === undefined ? key : localized(own.name))
  }
}
