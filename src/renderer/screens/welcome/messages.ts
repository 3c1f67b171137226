import { defineMessages, plural } from '../../i18n/messages'

export const messages = defineMessages(
  {
    title: '欢迎来到讲台',
    lead: '左手是素材，右手是宣讲稿，按一下就成幻灯片和讲稿。全部在这台电脑上，不用联网。',
    language: '界面语言',
    demo: '看看示例素材库',
    demoHint: '几份示例文件、素材和宣讲稿，两分钟看懂怎么用。学校都是虚构的，随时可以撤销。',
    importFiles: '导入自己的文件',
    importHint: '把 Word、PowerPoint、PDF、网页、图片或整个文件夹拖到窗口里的任何地方也可以。收进素材库之前，您会先看到读出了什么。',
    startEmpty: '从空白开始',
    filled: (sources: number, materials: number, talks: number) => `示例已就绪：${sources} 个出处，${materials} 条素材，${talks} 份宣讲稿`,
  },
  {
    title: 'Welcome to Lectern',
    lead: 'Material on the left, a talk on the right, slides and script at one press. All on this computer, no network needed.',
    language: 'Language',
    demo: 'Look at the example library',
    demoHint: 'A few example documents, materials and talks show in two minutes how things work. All schools are invented, and undo takes everything away again.',
    importFiles: 'Import documents of your own',
    importHint: 'Or drop Word, PowerPoint, PDF, web pages, pictures or a whole folder anywhere on the window. You see what was read before anything is stored.',
    startEmpty: 'Start with an empty library',
    filled: (sources: number, materials: number, talks: number) => `The example is ready: ${plural(sources, 'source')}, ${plural(materials, 'material')}, ${plural(talks, 'talk')}`,
  },
)
