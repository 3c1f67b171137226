import { defineMessages, plural } from '../../i18n/messages'

export const newTalkMessages = defineMessages(
  {
    preview: '看提纲，选素材',
    previewHint: '每个段块列出素材库里最合适的几条和理由。勾上的会直接写进宣讲稿，没勾的留着提示。',
    back: '上一步',
    createWith: (count: number) => (count === 0 ? '开始写' : `带上 ${count} 条素材，开始写`),
    nothing: '素材库里还没有合适的',
    minutes: (minutes: number, seconds: number) => `${minutes === 0 ? '' : `${minutes} 分`}${seconds === 0 ? (minutes === 0 ? '0 秒' : '钟') : ` ${seconds} 秒`}`.trim(),
    candidates: (title: string) => `“${title}”的素材`,
    severalSpeakers: '几个人一起讲',
    severalSpeakersHint: '按形式给每个段块标上通常由谁来讲，讲稿里会分开。',
  },
  {
    preview: 'See the outline, choose materials',
    previewHint: 'For each block the fittest materials of the library, with the reasons. What is ticked is written into the talk; the other blocks keep their advice.',
    back: 'Back',
    createWith: (count: number) => (count === 0 ? 'Start writing' : `Start with ${plural(count, 'material')}`),
    nothing: 'Nothing in the library fits yet',
    minutes: (minutes: number, seconds: number) => `${minutes === 0 ? '' : `${minutes} min`}${seconds === 0 && minutes > 0 ? '' : ` ${seconds} s`}`.trim(),
    candidates: (title: string) => `Materials for “${title}”`,
    severalSpeakers: 'Several people share the talk',
    severalSpeakersHint: 'Each block names who usually speaks there; the script sets them apart.',
  },
)
