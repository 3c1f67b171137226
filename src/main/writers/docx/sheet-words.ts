import type { Language } from '../../../shared/language'

/** The words that a handout or a quiz adds to a talk's own, beside those of `script-words.ts`. */
export type SheetWords = {
  readonly content: string
  readonly notes: string
  readonly glossary: string
  readonly localCase: string
  readonly quiz: string
  readonly name: string
  readonly className: string
  /** Behind the stem of a question with options, for the letter; of one with several right options it says so. */
  readonly choice: (several: boolean) => string
  readonly key: string
  /** In place of an answer that the talk does not give. */
  readonly openAnswer: string
  readonly noAnswer: string
  readonly sources: string
}

const chinese: SheetWords = {
  content: '要点',
  notes: '笔记',
  glossary: '术语',
  localCase: '听一听本校的案例',
  quiz: '测验',
  name: '姓名',
  className: '班级',
  choice: (several) => (several ? '（多选）（　　）' : '（　　）'),
  key: '答案与解析',
  openAnswer: '开放题，言之有据即可',
  noAnswer: '未给出答案',
  sources: '出处',
}

const english: SheetWords = {
  content: 'What was shown',
  notes: 'Notes',
  glossary: 'Glossary',
  localCase: 'Listen: the school’s own case',
  quiz: 'Quiz',
  name: 'Name',
  className: 'Class',
  choice: (several) => (several ? ' (several are right) (\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0)' : ' (\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0)'),
  key: 'Answers and reasons',
  openAnswer: 'open; what is well argued counts',
  noAnswer: 'no answer given',
  sources: 'Source',
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = { 'zh-CN': chinese, en: english }
