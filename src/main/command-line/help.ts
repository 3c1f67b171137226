import type { Localized } from '../../shared/language'

export const help: Localized = {
  'zh-CN': `讲台 Lectern — 素材、宣讲稿、幻灯片和讲稿

用法：lectern 命令 … [选项]

  import 文件或文件夹…               把文档读入素材库（.docx .pptx .pdf .html .md .txt .png .jpg）
  search 文字… [--kind 种类] [--limit 条数]
                                     查找素材，一个字也可以；几个词之间是“并且”
  show 编号                          完整显示一条素材、一个出处或一篇宣讲稿
  list 种类                          列出全部：materials、sources、talks、schools、collections、formats、audiences，或一种素材如 case；
                                     stale 是过期和快过期的内容，trash 是回收站
  talk import 文件.md|.pptx          存入一篇 Markdown 宣讲稿，或把演示文稿变成宣讲稿
  talk export 宣讲稿 --to 文件.md    取出一篇宣讲稿的 Markdown
  talk versions 宣讲稿               列出它留下的版本，新的在前
  talk keep 宣讲稿 [--name 名字]     把现在的样子留作一个版本
  talk restore 宣讲稿 版本           恢复到一个版本（写编号或名字）；现在的样子先留作版本
  design import 文件.potx|.pptx [--name 名字]
                                     把学校自己的模板变成一种设计：母版、版式、配色和字体照原样用
  design list                        列出可用的设计
  design remove 模板                 删除一个模板；用它的宣讲稿改用自带的设计
  check 宣讲稿 [--audience 对象]     开讲之前查一遍：写法、图片、形式，页面与讲稿、素材是否对得上；有错误时退出码为 1
  export 宣讲稿 --to 文件夹 [--formats 格式,格式…] [--audience 对象] [--preset official|plain|large-print]
         [--slide-pictures] [--design clear|formal|lively|模板] [--mode light|dark] [--ratio 16:9|4:3] [--transition none|fade|push] [--reveal slides|click]
         [--school 学校]
                                     生成幻灯片 slides.pptx、讲稿 script.docx、听众讲义 handout.docx、测验 quiz.docx、
                                     文本 talk.md：--formats slides,script,handout,quiz,markdown
                                     同样内容的 PDF：slides-pdf,script-pdf,handout-pdf,quiz-pdf；每张幻灯片一张图片：slides-png
                                     （PDF 和图片要用这台电脑上的 Chromium、Chrome 或 Edge）
                                     不写 --formats 就是 slides,script,markdown；--preset 是讲稿的版式，
                                     --slide-pictures 在 plain、large-print 的讲稿旁边放上每张幻灯片的小图；
                                     --design、--mode、--ratio、--transition 是幻灯片的样子：清朗、庄重、活力或导入的模板，浅色或深色，宽屏或 4:3，翻页时无效果、淡入或推入；
                                     --reveal 是问题的答案在下一页，还是在同一页、点击出现；
                                     不写就照宣讲稿自己的；--school 换成那所学校的校名、品牌和本校案例
  schools import 文件.csv [--logos 文件夹] [--dry-run]
                                     导入学校和品牌（.csv 或 .xlsx）；校徽按表格里的路径找，或在 --logos 文件夹里按校名找；
                                     --dry-run 只说会改什么
  schools export --to 文件.csv|.xlsx 导出学校和品牌，校徽放在旁边的文件夹里
  pack 宣讲稿 --schools all|学校,学校… --to 文件夹 [--zip] [--jobs 线程数] [--formats …] [--preset …]
       [--audiences primary=对象,junior=对象…] [--design clear|formal|lively|模板]
                                     给每所学校一个宣讲包，带本校的颜色、校徽、名称和案例；再做一次只更新有变化的，
                                     中断了也可以接着做；不写 --formats 就是 slides,script,handout,quiz；
                                     --design 换一种设计，模板的颜色和徽标优先于学校的
  backup [--to 文件]                 备份全部内容到一个核对过的文件；不写 --to 则存入素材库的 backups 文件夹
  backup show 文件                   说出一份备份里有什么、什么时候做的，不改动任何东西
  restore 文件                       用备份替换素材库；原来的素材库会留作备份，可以再换回来
  bundle export [编号…] --to 文件.lectern
                                     导出交换包：全部，或指定的素材和宣讲稿及其出处
  bundle show 文件.lectern           列出交换包里有什么，不改动素材库
  bundle merge 文件.lectern          合并交换包：新的加入，不同的两份都保留
  markdown [编号…] --to 文件夹       导出为普通 Markdown 文件，附原件和图片
  doctor [--repair]                  检查素材库和备份是否完好；--repair 处理能处理的问题
  demo                               给空的素材库放入一套示例

宣讲稿可以写编号、完整标题；export 和 check 也可以直接写一个 .md 文件，不存入素材库。

选项：
  --library 文件夹    素材库所在的文件夹（默认在用户数据文件夹中）
  --create            原来的素材库不在时，在这里另建一个空的
                      （import、talk import、bundle merge、schools import、restore、demo 写明 --library 时自会新建）
  --json              在标准输出上给出一个 JSON 文档
  --lang zh-CN|en     输出的语言
  --help、--version

退出码：0 完成；1 有问题，已写在标准错误上；2 命令写得不对。`,
  en: `Lectern — material, talks, slides and scripts

Usage: lectern COMMAND … [OPTIONS]

  import FILE|FOLDER…                read documents into the library (.docx .pptx .pdf .html .md .txt .png .jpg .gif .webp .svg .bmp .tif)
  search TEXT… [--kind KIND] [--limit N]
                                     find material; one character is enough, several words all have to match
  show ID                            one material, source or talk in full
  list KIND                          all of materials, sources, talks, schools, collections, formats, audiences, or of one kind of material such as case;
                                     stale: what is out of date or soon will be; trash: what was deleted
  talk import FILE.md|.pptx          store a talk written in Markdown, or make one of a presentation
  talk export TALK --to FILE.md      the Markdown of a talk
  talk versions TALK                 how it stood at other times, newest first
  talk keep TALK [--name NAME]       keep it as it stands as a version
  talk restore TALK VERSION          put a version back (its id or name); what stands there is kept first
  design import FILE.potx|.pptx [--name NAME]
                                     make a design of a template of your own: its masters, layouts, colours and typefaces as they are
  design list                        list the designs there are
  design remove TEMPLATE             delete one; talks in it fall back to a built-in design
  check TALK [--audience A]          before it is given: text, pictures, format, slides against scripts and materials;
                                     exit code 1 if anything is an error
  export TALK --to DIR [--formats FORMAT,FORMAT…] [--audience A] [--preset official|plain|large-print]
         [--slide-pictures] [--design clear|formal|lively|TEMPLATE] [--mode light|dark] [--ratio 16:9|4:3] [--transition none|fade|push] [--reveal slides|click]
         [--school S]
                                     make slides.pptx, script.docx, handout.docx, quiz.docx, talk.md:
                                     --formats slides,script,handout,quiz,markdown;
                                     the same as PDF: slides-pdf,script-pdf,handout-pdf,quiz-pdf; a picture of every slide: slides-png
                                     (PDFs and pictures need Chromium, Chrome or Edge on this computer);
                                     without --formats slides,script,markdown; --preset is the script’s layout;
                                     --slide-pictures puts every slide, small, beside a plain or large-print script;
                                     --design, --mode, --ratio and --transition are the look of the slides, the talk’s own without;
                                     --reveal puts the answer to a question on the next slide, or on the same one, on a click;
                                     --school gives it that school's names, brand and own case
  schools import FILE.csv [--logos DIR] [--dry-run]
                                     take in schools and brands (.csv or .xlsx); logos by the path in the table, or by the
                                     school's name in DIR; --dry-run only says what would change
  schools export --to FILE.csv|.xlsx schools and brands as a table, their logos in a folder beside it
  pack TALK --schools all|S,S… --to DIR [--zip] [--jobs N] [--formats …] [--preset …]
       [--audiences primary=A,junior=A…] [--design clear|formal|lively|TEMPLATE]
                                     a pack for every school in its colours, with its logo, name and own case; made again, only what
                                     changed is made, and what was cut short goes on; without --formats slides,script,handout,quiz;
                                     --design takes another design; a template's colours and logo win over the school's
  backup [--to FILE]                 everything in one checked file; without --to into the library's backups folder
  backup show FILE                   what a backup holds and when it was made; changes nothing
  restore FILE                       put a backup in the library's place; what was there is kept as a backup
  bundle export [ID…] --to FILE.lectern
                                     an exchange bundle of everything, or of materials and talks with their sources
  bundle show FILE.lectern           what a bundle holds; changes nothing
  bundle merge FILE.lectern          take in what is new; keep both where contents differ
  markdown [ID…] --to DIR            plain Markdown files with originals and pictures
  doctor [--repair]                  are library and backups sound? --repair does what can be done
  demo                               fill an empty library with an example

TALK is an id or an exact title; for export and check also a .md file, which is not stored.

Options:
  --library DIR       the library's folder (default: in the user's data folder)
  --create            begin an empty library where one is known to have been
                      (import, talk import, bundle merge, schools import, restore and demo do so by themselves in a folder named with --library)
  --json              one JSON document on standard output
  --lang zh-CN|en     language of the output
  --help, --version

Exit codes: 0 done; 1 there are problems, reported on standard error; 2 wrong usage.`,
}
