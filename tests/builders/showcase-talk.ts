import type { PictureInfo } from '../../src/shared/contract/talks'
import type { Talk } from '../../src/shared/model/block'
import type { AssetHash } from '../../src/shared/model/ids'
import { aTalk, block, bullets, content, front, inlines, section } from './talk'

/** Pictures that the showcase names, by shape: `wide`, `photo`, `upright`, `square`. Anything else is missing. */
const pixels: Readonly<Record<string, readonly [number, number]>> = { wide: [2400, 1000], photo: [1600, 1200], upright: [1200, 1700], square: [1000, 1000] }

export const showcasePicture = (src: string): PictureInfo | null => {
  const size = pixels[src]
  if (!size) return null
  const hash = Array.from(src.padEnd(32, '.'), (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('') as AssetHash
  return { hash, width: size[0], height: size[1], mime: 'image/png', bytes: 1000 }
}

const sentence = '数字资源从本校走向全网，备课方式从个人走向团队，课堂评价从结果走向过程。'
const many = (count: number, text: string): string[] => Array.from({ length: count }, (_, index) => `${text}${index + 1}`)

/** Every kind of block with short, middle, long and absurd content, in Chinese. */
export const showcase: Talk = aTalk(
  front(),
  section(
    '一、为什么是现在',
    block('三个变化', content.points('资源从**本校**走向全网', '备课从个人走向团队', '评价从结果走向过程'), { script: '各位老师，大家好。[停顿 2] 先看三个变化。[翻页]', cites: [['教育数字化示例规划', '二/(一)']] }),
    block('一句话', content.points('把好资源送到每一间教室')),
    block('一个数字', content.points('92.6%')),
    block('一个课堂，两种声音', content.points(['资源从本校走向全网', '区级资源库开放 1,200 节示范课', '校本资源按学期更新'], ['备课从个人走向团队', '同年级教师共用一份 *底稿*'], '评价从结果走向过程')),
    block('六个要点正好一页', content.points(...many(6, '中等长度的要点，说清一件具体的事情'))),
    block('八个短要点', content.points('资源目录', '备课流程', '课堂观察', '作业设计', '教研记录', '家校沟通', '学生画像', '质量监测')),
    block('三段较长的话', content.points(sentence, '到 2025 年底，全区 48 所学校接入同一平台，教师每周平均使用 3.5 次，学生作业反馈时间由 2 天缩短到 4 小时。', '“用得上、用得好、用得久”，是我们对每一份资源的要求——不求多，但求每一份都有人用、有人评、有人改。')),
    block('写得太满的一页需要自动续到下一页', content.numbered(...Array.from({ length: 9 }, (_, index) => [`第${index + 1}项工作：${sentence}`, '牵头部门与完成时间写在这里'] as const)), { script: '这一页话比较多。[翻页] 接着说后面几项。' }),
    block('这是一个特别长的标题，长到一行三十四磅放不下，必须换成两行三十磅，并且把字数分得匀一些', content.points('标题最多两行', '放不下就缩小，不删字')),
    block('左文右图', content.pointsWithPicture('photo', '学生在平板上做实验', '示例小学科学课', '一人一屏，步骤看得清', '数据当场汇总', '错误当堂讲评')),
    block('竖幅照片', content.pointsWithPicture('upright', '走廊里的作品墙', '', '作品墙每周更新', '学生自己布展')),
  ),
  section(
    '二、规划怎么说',
    block('一句短的引文', content.quote('让每个孩子都有好课上。', '《示例规划》，二、(一)')),
    block('规划原文', content.quote('推动优质数字教育资源向乡村学校、薄弱学校倾斜，实现区域内共建、共享、共用，缩小校际差距。', '《教育数字化示例规划》，二、(一)'), { cites: [['教育数字化示例规划', '二/(一)']] }),
    block('较长的引文', content.quote('各地要统筹规划数字教育资源建设，完善资源准入、评价和更新机制；支持教师参与资源建设与应用，把应用成效作为教研的重要内容；坚持育人为本，防止资源堆砌和形式主义，切实减轻教师负担。', '示例文件，第三条')),
    block('各校接入情况', content.table(['学校', '接入时间', '资源（节）', '使用率'], ['示例第一小学', '2023 年 9 月', '1,240', '92.6%'], ['示例第二小学', '2024 年 3 月', '860', '88.1%'], ['示例实验中学', '2024 年 9 月', '2,015', '95.0%'], ['示例职业学校', '2025 年 3 月', '430', '71.4%'])),
    block('任务分解表', content.table(['任务', '要求', '责任'], ...Array.from({ length: 10 }, (_, index) => [`任务${index + 1}`, index % 3 === 0 ? sentence : '按学期完成并报送', index % 2 === 0 ? '教研室' : '信息中心'])), { cites: [['教育数字化示例规划', '三/(二)'], ['示例区实施方案', '第五条']] }),
    block('接入学校三年翻两番', content.chart('column', '所', ['2022', '2023', '2024', '2025'], { 学校数: [12, 21, 30, 48] })),
    block('乡村学校使用率追上来了', content.chart('bar', '%', ['城区小学', '城区初中', '乡村小学', '乡村初中', '教学点'], { '2023': [86, 82, 55, 51, 38], '2025': [93, 91, 90, 84, 79] })),
    block('每周使用次数稳步上升', content.chart('line', '次', ['9 月', '10 月', '11 月', '12 月', '1 月'], { 青年教师: [2.1, 2.8, 3.4, 3.9, 4.4], 骨干教师: [1.2, 1.5, 2.2, 2.4, 2.9], 全体教师: [1.4, 1.9, 2.5, 2.9, 3.3] })),
    block('一条线', content.chart('line', '节', ['2021', '2022', '2023', '2024', '2025'], { 示范课: [120, 260, 540, 830, 1240] })),
    block('资源从哪里来', content.chart('pie', '%', ['国家平台', '省级平台', '区级自建', '校本资源'], { 占比: [46, 22, 20, 12] })),
    block('资源一年比一年多', content.chart('area', '节', ['2019', '2020', '2021', '2022', '2023'], { 区级资源: [120, 260, 540, 830, 1240], 校本资源: [40, 90, 210, 380, 610] })),
    block('时间花在哪里', content.chart('doughnut', '%', ['集体备课', '个人备课', '听课评课', '其他'], { 占比: [38, 31, 19, 12] })),
    block('学校多了，用得也勤了', content.chart('combined', '所', ['2021', '2022', '2023', '2024'], { 学校数: [12, 21, 30, 48], '使用率（%）': [38, 55, 72, 91] })),
  ),
  section(
    '三、一所学校的做法',
    block('示例小学的四步', content.caseStudy('示例小学', ['背景', '教师 36 人，平均年龄 47 岁，缺少专职信息教师'], ['做法', '同年级共用一份底稿', '每周三集体备课'], ['成效', '备课时间减少 40%，示范课由 3 节增到 28 节'], ['启示', '先把一件事做顺，再谈推广'])),
    block('一个长案例', content.caseStudy('示例实验中学', ['背景', sentence, sentence], ['做法', sentence, sentence, sentence], ['成效', sentence], ['启示', sentence])),
    block('课堂一角', content.picture('photo', '学生围坐在一张桌前讨论', '五年级科学课，学生用平板记录豆芽的生长')),
    block('校园全景', content.picture('wide', '校园全景', '示例小学南校区')),
    block('没有说明的方图', content.picture('square', '作品')),
    block('图片丢了', content.picture('lost.jpg', '运动会开幕式', '秋季运动会')),
    block('过去与现在', content.twoColumns(['过去', '各备各的课', '资源散在 U 盘里', '评课靠印象'], ['现在', '共用一份底稿', '资源进同一个库', '评课看数据'])),
    block('走过的路', content.timeline(['2022', '三所学校试点'], ['2023', '全区教研员培训，制定资源标准'], ['2024', '48 所学校接入'], ['2025', '全区统一教研'])),
    block('一个学期的安排', content.timeline(['第 1 周', '教研组长培训'], ['第 3 周', '确定单元与底稿，分工到人'], ['第 6 周', '第一次公开课'], ['第 9 周', '期中小结，调整分工'], ['第 12 周', '第二次公开课'], ['第 15 周', '整理资源入库'], ['第 18 周', '学期汇报'])),
    block('想一想', content.question('哪一项变化与你的课堂最近？', ['资源', '备课方式', '评价方式', '家校沟通'], 'B', '备课方式的变化最先到达教师手边：它不要求新设备，只要求**一起备**。')),
    block('情境题', content.question('一位教师把网上下载的课件原样用在课堂上，学生反应平淡。教研组长听课后，最合适的第一步是什么？', ['请他立即换成区级资源库里评分最高的课件', '与他一起看课堂实录，找出学生走神的那几分钟，再决定改哪里', '在全校会上通报，提醒大家不要照搬'], 'B', '先看证据，再动手改。换课件解决不了设计问题，通报会让人不敢再用资源。')),
    block('说说你的办法', content.discussion(8, '你所在的学校，哪一门课最需要共用底稿？', '两人一组，说出一个马上能做的改变。')),
    block('现场活动', content.activity(5, '两人一组，打开手边的教案', '圈出一处可以共用的内容', '交换，并说出理由')),
    block('我们学校的故事', content.localCase()),
    block('数一数', { kind: 'table', table: { header: [inlines('年份'), inlines('节数')], rows: [[inlines('2024'), inlines('830')], [inlines('2025'), inlines('1,240')]], align: [null, null] }, lead: bullets('示范课一年增加四百多节') }),
  ),
)

/** A talk that sets its own agenda, sources and last word, and frames its pictures. */
export const showcaseOwnPages: Talk = aTalk(
  front(),
  section('', block('今天四件事', content.agenda(true))),
  section('一、为什么', block('三个变化', content.points('资源从本校走向全网', '备课从个人走向团队'), { script: `${sentence}[停顿 3]`.repeat(12), cites: [['教育数字化示例规划', '二/(一)']] })),
  section('二、看一看', block('取一部分', content.framed('photo', { crop: { x: 10, y: 20, width: 60, height: 50 } })), block('看准一处', content.framed('upright', { focus: { x: 50, y: 10 } })), block('又取又看', content.framed('wide', { crop: { x: 0, y: 0, width: 40, height: 100 }, focus: { x: 5, y: 90 } }))),
  section('三、动手做', block('现场活动', content.activity(5, '两人一组'), { cites: [['示例区实施方案', '第五条']] })),
  section('四、还没有写'),
  section('', block('文中引用', content.references()), block('谢谢各位老师', content.closing('资料在示例区教研网', '欢迎来信：example@example.org')), block('再会', content.closing()), block('一段很长的结束语', content.closing(...many(9, '这是一句放不进结束页的话，要先单独成页')))),
)

/** The same layouts in English, fewer of them. */
export const showcaseEnglish: Talk = aTalk(
  front({ title: 'Digital resources in every classroom', subtitle: 'For young teachers', occasion: 'First week of term', speaker: 'Example Teacher', lang: 'en' }),
  section(
    '1. Why now',
    block('Three changes', content.points('Resources move from one school to the whole network', 'Lesson planning moves from one desk to a **team**', 'Assessment moves from results to *process*'), { cites: [['Example Plan for Digital Education', '2.1']] }),
    block('In one line', content.points('Good lessons in every classroom')),
    block('The plan says', content.quote('Good digital resources shall reach rural and under-resourced schools first, so that the gap between schools narrows year by year.', 'Example Plan, 2.1')),
    block('A title that is so long that it cannot stand on one line and has to be set on two lines in a smaller size', content.points('See https://example.org/a/very/long/address/that/does/not/fit/on/one/line/of/a/slide/because/it/never/ends.html for more', 'It’s the teachers’ own “draft” that counts — nothing else')),
  ),
  section(
    '2. What we found',
    block('Connected schools quadrupled', content.chart('column', 'schools', ['2022', '2023', '2024', '2025'], { Schools: [12, 21, 30, 48] })),
    block('Schools', content.table(['School', 'Connected', 'Lessons', 'Use'], ['Example Primary School', 'September 2023', '1,240', '92.6%'], ['Example Middle School', 'March 2024', '860', '88.1%'])),
    block('One school, four steps', content.caseStudy('Example Primary School', ['Background', '36 teachers, average age 47'], ['Action', 'One shared draft per grade', 'Planning together on Wednesdays'], ['Result', 'Planning time down 40%, demonstration lessons up from 3 to 28'], ['Lesson', 'Get one thing right before spreading it'])),
  ),
  section('3. Now you', block('Think', content.question('Which change is closest to your classroom?', ['Resources', 'Lesson planning', 'Assessment'], 'B', 'Planning together needs no new device.')), block('Try it', content.activity(5, 'Work in pairs', 'Mark one thing you could share', 'Swap and explain'))),
)
