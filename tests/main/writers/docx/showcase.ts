import type { DocumentPictures } from '../../../../src/main/writers/docx/document-pictures'
import { planScript } from '../../../../src/main/writers/docx/plan-script'
import type { ScriptDocument, ScriptPiece, ScriptRun } from '../../../../src/main/writers/docx/script-document'
import { type WriteScriptOptions, writeScript } from '../../../../src/main/writers/docx/write-script'
import type { Language } from '../../../../src/shared/language'
import type { Talk } from '../../../../src/shared/model/block'

import { layOut } from '../../../../src/shared/slides/lay-out'
import type { Deck } from '../../../../src/shared/slides/scene'
import { clearTheme } from '../../../../src/shared/slides/themes/clear'
import { timeTalk } from '../../../../src/shared/speech/time-talk'
import { notoSansSc } from '../../../../src/shared/slides/font-metrics'
import { aTalk, block, content, front, section } from '../../../builders/talk'

/** Every block kind, with and without a script. */
export const chineseTalk: Talk = aTalk(
  section(
    '一、为什么是现在',
    block('三个变化', content.points('资源从本校走向全网', ['备课从个人走向团队', '每两周一次', '三所学校']), { script: '各位老师，大家好。[停顿 2] 先看三个变化。\n\n第一个变化，在资源。[翻页]' }),
    block('没有讲稿的一页', content.points('资源从本校走向全网', ['备课从个人走向团队', '每两周一次', '三所学校'])),
    block('规划怎么说', content.quote('各校资源不搬家、不重建，统一登记到全市资源目录。', '《示例规划》，二、（一）'), { script: '我读一句原文。', cites: [['示例规划', '二/(一)']] }),
    block('课堂一角', content.picture('photo.jpg', '学生在平板上做实验', '示例小学四年级')),
  ),
  section(
    '二、他们怎么做',
    block('看得见的气压', content.caseStudy('示例小学', ['背景', '只有一套演示器材'], ['成效', '由 12 人增加到 31 人']), { cites: [['示例案例集', '案例一'], ['示例规划', '三']] }),
    block('三年来的变化', content.chart('column', '所', ['2024', '2025'], { 学校数: [12, 30] }), { script: '请看这组数字。' }),
    block('各区情况', content.table(['区', '学校', '教师'], ['示例东区', '12', '480'], ['示例西区', '30'])),
    block('两种办法', content.twoColumns(['由评比说了算', '看画面'], ['由课堂说了算', '看学生'])),
    block('三年三步', content.timeline(['2026 年', '打基础'], ['2027 年', '促应用'])),
  ),
  section(
    '三、我们怎么办',
    block('考一考', content.question('最不能漏掉的是哪一项？', ['清晰度', '下载次数', '使用条件'], 'C', '写清使用条件，别人才敢用。'), { script: '[提问] 换大家来。[互动 1] 选 C 的请举手。[翻页] 对，是使用条件。' }),
    block('两人一组', content.activity(5, '说一句话', '指出无关的内容'), { script: '好，开始。' }),
    block('说一说', content.discussion(2, '该亮的时刻')),
    block('我们学校的故事', content.localCase()),
  ),
)

export const englishTalk: Talk = aTalk(
  front({ title: 'Give Them a Listener', subtitle: 'Learning by explaining', occasion: 'Heads’ morning', audience: 'principals', speaker: 'Example Speaker', date: '2026-10-08', minutes: 20, lang: 'en' }),
  section(
    'The dinosaur book',
    block('Three weeks, one book', content.points('The same book', ['The adults worried', 'and nobody stepped in']), { script: 'Good morning. [pause 2] I would like to begin with a dinosaur.\n\nThey read it on Monday. [next]' }),
    block('The listener effect', content.quote('A child who reads alone hears only the words.', 'Field Note, Background'), { cites: [['Field Note', 'Background']] }),
  ),
  section(
    'Your school',
    block('Twelve weeks later', content.table(['Measure', 'Week 1', 'Week 12'], ['Pairs', '22', '57'])),
    block('A question', content.question('What do you do first?', ['Listen', 'Change the pair'], 'A', 'You cannot tell without listening.'), { script: '[ask] Decide. [activity 1]' }),
    block('Not scripted', content.points('One point', 'Another point.')),
  ),
)

/** A talk whose pictures cannot be had. */
export const noPictures: DocumentPictures = {
  info: () => null,
  bytes: () => {
    throw new Error('No picture was asked for.')
  },
}

export const deckOf = (talk: Talk): Deck => layOut(talk, { theme: clearTheme, metrics: notoSansSc, picture: () => null, language: talk.front.lang }).value

const audienceName = (key: string): string => ({ students: '学生', 'young-teachers': '青年教师' })[key] ?? key

export const planOf = (talk: Talk, language: Language = talk.front.lang): ScriptDocument => planScript(talk, { deck: deckOf(talk), time: timeTalk(talk, 220), language, audienceName, picture: noPictures.info })

export const scriptOf = (talk: Talk, options: Partial<WriteScriptOptions> = {}): Uint8Array =>
  writeScript(talk, { deck: deckOf(talk), preset: 'official', pace: 220, language: talk.front.lang, pictures: noPictures, made: new Date('2026-09-01T08:00:00Z'), ...options })

/** The text of a piece as it is read: cues and labels included, footnote marks as `^1`. */
export const textOf = (piece: ScriptPiece): string =>
  piece.kind === 'picture' ? `[${piece.alt}]` : piece.kind === 'table'
    ? [piece.header, ...piece.rows].map((row) => row.map((cell) => cell.map(runText).join('')).join(' | ')).join('\n')
    : piece.runs.map(runText).join('')

export const runText = (run: ScriptRun): string => (run.kind === 'note' ? `^${run.note}` : run.kind === 'blank' ? '＿'.repeat(run.ems) : run.text)
