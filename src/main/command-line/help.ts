import type { Localized } from '../../shared/language'

export const help: Localized = {
  'zh-CN': `讲台 Lectern — 素材、宣讲稿、幻灯片和讲稿

用法：lectern 命令 … [选项]

  import 文件…                       把文档读入素材库（.docx .md .txt）
  search 文字… [--kind 种类] [--limit 条数]
                                     查找素材，一个字也可以；几个词之间是“并且”
  show 编号                          完整显示一条素材、一个出处或一篇宣讲稿
  list 种类                          列出全部：materials、sources、talks，或一种素材如 case
  talk import 文件.md                存入一篇 Markdown 宣讲稿
  talk export 宣讲稿 --to 文件.md    取出一篇宣讲稿的 Markdown
  export 宣讲稿 --to 文件夹 [--formats slides,script,markdown] [--audience 对象] [--preset official|plain]
                                     生成 slides.pptx、script.docx、talk.md
  doctor                             检查素材库是否完好
  demo                               给空的素材库放入一套示例

宣讲稿可以写编号、完整标题；export 也可以直接写一个 .md 文件，不存入素材库。

选项：
  --library 文件夹    素材库所在的文件夹（默认在用户数据文件夹中）
  --json              在标准输出上给出一个 JSON 文档
  --lang zh-CN|en     输出的语言
  --help、--version

退出码：0 完成；1 有问题，已写在标准错误上；2 命令写得不对。`,
  en: `Lectern — material, talks, slides and scripts

Usage: lectern COMMAND … [OPTIONS]

  import FILE…                       read documents into the library (.docx .md .txt)
  search TEXT… [--kind KIND] [--limit N]
                                     find material; one character is enough, several words all have to match
  show ID                            one material, source or talk in full
  list KIND                          all of materials, sources, talks, or of one kind of material such as case
  talk import FILE.md                store a talk written in Markdown
  talk export TALK --to FILE.md      the Markdown of a talk
  export TALK --to DIR [--formats slides,script,markdown] [--audience A] [--preset official|plain]
                                     make slides.pptx, script.docx, talk.md
  doctor                             is the library sound?
  demo                               fill an empty library with an example

TALK is an id or an exact title; for export also a .md file, which is not stored.

Options:
  --library DIR       the library's folder (default: in the user's data folder)
  --json              one JSON document on standard output
  --lang zh-CN|en     language of the output
  --help, --version

Exit codes: 0 done; 1 there are problems, reported on standard error; 2 wrong usage.`,
}
