import { defineMessages } from '../../i18n/messages'

export const longWorkMessages = defineMessages(
  { region: '正在进行', preparing: '正在准备…', percent: (done: number, total: number) => `${Math.floor((done / total) * 100)}%`, stop: '停止', stopName: (title: string) => `停止：${title}` },
  { region: 'Under way', preparing: 'Preparing…', percent: (done: number, total: number) => `${Math.floor((done / total) * 100)}%`, stop: 'Stop', stopName: (title: string) => `Stop: ${title}` },
)
