import { defineMessages } from '../../i18n/messages'

export const messages = defineMessages(
  {
    tools: '文字格式',
    strong: '加重（Ctrl B）',
    emphasis: '强调（Ctrl I）',
    link: '链接（Ctrl K）',
    heading: '小标题',
    bullets: '要点',
    numbers: '编号',
    quotation: '引文',
    table: '插入表格',
    picture: '插入图片',
    firstColumn: '项目',
    secondColumn: '数值',
  },
  {
    tools: 'Formatting',
    strong: 'Bold (Ctrl B)',
    emphasis: 'Emphasis (Ctrl I)',
    link: 'Link (Ctrl K)',
    heading: 'Heading',
    bullets: 'Bullets',
    numbers: 'Numbers',
    quotation: 'Quotation',
    table: 'Insert a table',
    picture: 'Insert a picture',
    firstColumn: 'Item',
    secondColumn: 'Value',
  },
)
