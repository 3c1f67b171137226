import { defineMessages } from '../../../i18n/messages'

export const messages = defineMessages(
  {
    look: '外观',
    design: '设计',
    designs: { clear: '清朗', formal: '庄重', lively: '活力' },
    about: { clear: '白页，左边留白，标题旁一道色线', formal: '宋体标题，封面和章节页有深色横带', lively: '浅色页面，圆角卡片，数字更大' },
    mode: '明暗',
    modes: { light: '浅色', dark: '深色' },
    ratio: '比例',
    transition: '翻页效果',
    transitions: { none: '无', fade: '淡入', push: '推入' },
    reveal: '问题的答案',
    reveals: { slides: '在下一页', click: '同页，点击出现' },
    hint: '预览用的是这份宣讲稿自己的页面，导出的幻灯片和它一样。',
  },
  {
    look: 'Design',
    design: 'Design',
    designs: { clear: 'Clear', formal: 'Formal', lively: 'Lively' },
    about: { clear: 'White page, wide left margin, a coloured rule beside the title', formal: 'Serif headings, a deep band across cover and section pages', lively: 'Tinted page, rounded cards, larger figures' },
    mode: 'Light or dark',
    modes: { light: 'Light', dark: 'Dark' },
    ratio: 'Ratio',
    transition: 'Between slides',
    transitions: { none: 'Nothing', fade: 'Fade', push: 'Push' },
    reveal: 'Answers to questions',
    reveals: { slides: 'Next slide', click: 'Same slide, on a click' },
    hint: 'These are pages of this talk; the slides are exported as they look here.',
  },
)
