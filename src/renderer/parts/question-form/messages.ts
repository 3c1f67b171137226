import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages(
  {
    stem: '题目',
    stemHint: '问什么？一句话最好。',
    options: '选项',
    option: (letter: string) => `选项 ${letter}`,
    isRight: (letter: string) => `${letter} 是正确答案`,
    optionsHint: '勾上正确的；Enter 加一项，Alt ↑↓ 换次序。',
    addOption: '加一个选项',
    removeOption: (letter: string) => `删除选项 ${letter}`,
    optionUp: (letter: string) => `选项 ${letter} 上移`,
    optionDown: (letter: string) => `选项 ${letter} 下移`,
    explanation: '解析',
    explanationHint: '为什么？揭晓答案时讲。',
  },
  {
    stem: 'Question',
    stemHint: 'What is asked? One sentence is best.',
    options: 'Options',
    option: (letter) => `Option ${letter}`,
    isRight: (letter) => `${letter} is right`,
    optionsHint: 'Tick the right ones; Enter adds one, Alt ↑↓ reorders.',
    addOption: 'Add an option',
    removeOption: (letter) => `Delete option ${letter}`,
    optionUp: (letter) => `Move option ${letter} up`,
    optionDown: (letter) => `Move option ${letter} down`,
    explanation: 'Explanation',
    explanationHint: 'Why? Told when the answer is shown.',
  },
)
