import type { Localized } from '../../../shared/language'

/** Stands in every export of a library as Markdown: what the files are, for whoever finds them in ten years. */
export const readme: Localized = {
  'zh-CN': `# 讲台素材库导出

这里是一个讲台（Lectern）素材库的全部或一部分内容，都是普通文件，任何编辑器都能打开，不需要讲台。

| 文件夹 | 内容 |
| --- | --- |
| \`素材/种类/标题 编号.md\` | 一条素材一个文件：开头两行 \`---\` 之间是资料（YAML），下面是正文（Markdown） |
| \`宣讲稿/标题 编号.md\` | 一篇宣讲稿一个文件，与库中的文字逐字相同，只有图片地址改成了相对路径 |
| \`素材集/标题 编号.md\` | 一个素材集一个文件：按顺序列出其中的素材，\`due\` 是读完的日期，\`readers\` 是谁读过第几条 |
| \`学校/名称 编号.md\` | 一所学校一个文件：\`brand\` 是现在的品牌（颜色写作 #RRGGBB），\`former\` 是以前用过的，正文是备注 |
| \`出处/标题 编号.md\` | 一份来源文件的全文，按段落，标题带层级 |
| \`原件/文件名 编号.扩展名\` | 导入时的原文件，逐字节相同 |
| \`…/图片/…\` | 同一文件夹里的素材或宣讲稿用到的图片，文件名是内容的 SHA-256 的前 16 位 |

素材的资料：

- \`id\` 编号（UUID），在不同的素材库之间也不会重复；文件名末尾是它的后 8 位
- \`kind\` 种类：policy 政策、theory 理论、story 故事、case 案例、data 数据、quote 引语、question 问题、activity 活动、picture 图片、note 笔记
- \`status\` 状态：draft 草稿、approved 已审定、retired 已停用
- \`stage\` 案例所处的环节：reviewed 已评审、adopted 已采用、in-practice 实践中、feedback 已反馈；\`steps\` 是各环节的日期和说明
- \`tags\` 标签、\`topics\` 主题、\`audiences\` 对象、\`school\` 学校
- \`valid-until\` 有效期的最后一天；\`consent\`、\`consent-note\` 出镜同意
- \`source\`、\`source-file\` 出处的标题和文件；\`at\`、\`path\`、\`paragraphs\` 在出处中的位置、标题路径和段落
- \`created\`、\`updated\` 建立和最后修改的时间（UTC）

没有内容的项不写。要把内容放回另一个素材库，请用讲台的交换包（.lectern）；这里的文件供阅读、存档和其他软件使用。
`,
  en: `# A library exported from Lectern

This is all or part of a Lectern library, as ordinary files that any editor opens. Lectern is not needed.

| folder | holds |
| --- | --- |
| \`materials/kind/title id.md\` | one file a material: facts in YAML between the two \`---\`, the text in Markdown below |
| \`talks/title id.md\` | one file a talk, word for word as in the library; only the addresses of pictures are now relative paths |
| \`collections/title id.md\` | one file a reading list: its materials in order; \`due\` is the day to have read them by, \`readers\` says who has read which |
| \`schools/name id.md\` | one file a school: \`brand\` is the brand in use (colours as #RRGGBB), \`former\` those before it; the text is the notes |
| \`sources/title id.md\` | the full text of a source document, paragraph by paragraph, headings with their levels |
| \`originals/file name id.ext\` | the document as it was imported, byte for byte |
| \`…/pictures/…\` | pictures that the files beside them use, named by the first 16 digits of the SHA-256 of their bytes |

The facts of a material:

- \`id\` a UUID, unique across libraries; file names end in its last 8 digits
- \`kind\` policy, theory, story, case, data, quote, question, activity, picture, note
- \`status\` draft, approved, retired
- \`stage\` of a case: reviewed, adopted, in-practice, feedback; \`steps\` are their dates and notes
- \`tags\`, \`topics\`, \`audiences\`, \`school\`
- \`valid-until\` the last day on which it may be told; \`consent\`, \`consent-note\` of the people shown
- \`source\`, \`source-file\` the title and file of its source; \`at\`, \`path\`, \`paragraphs\` where it stands there
- \`created\`, \`updated\` in UTC

What is empty is left out. To bring contents into another library use Lectern’s exchange bundle (.lectern); these files are for reading, keeping, and other programs.
`,
}
