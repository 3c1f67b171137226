import { defineMessages } from '../../../i18n/messages'

export const messages = defineMessages(
  {
    suggestions: '建议',
    hint: (title: string) => `适合放在“${title}”后面的素材。方向键选择，Enter 放入。`,
    noBlock: '先在提纲里选一个段块，这里会列出适合它的素材。',
    nothing: '素材库里没有适合这里、又还没用进这份宣讲稿的素材。',
    list: '建议的素材',
    bringIn: '放入宣讲稿',
    untitled: '这个段块',
  },
  {
    suggestions: 'Suggestions',
    hint: (title: string) => `Materials that could follow “${title}”. Arrow keys choose, Enter brings one in.`,
    noBlock: 'Choose a block in the outline, and what fits it is listed here.',
    nothing: 'The library has nothing that fits here and is not in this talk already.',
    list: 'Suggested materials',
    bringIn: 'Bring into the talk',
    untitled: 'this block',
  },
)
