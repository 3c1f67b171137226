import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const heading = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })

/**
 * An official Chinese document of our own invention as a Word file: numbered 一、 and （一） by hand, without a single heading style,
 * the way such documents mostly come.
 */
export async function examplePlan(): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: '示例市中小学数字资源共享行动方案', bold: true, size: 44 })] }),
            plain('为让优质数字资源走进每一间教室，制定本方案。'),
            heading('一、总体要求'),
            plain('坚持资源共建、成果共享，到2027年，全市学校都能用上经过审核的数字资源。'),
            heading('二、重点任务'),
            heading('（一）建好资源目录'),
            plain('各校按学科、年级登记已有资源，每学期更新一次，删去过时内容。'),
            heading('（二）办好共享教研'),
            plain('示例小学与示例第二小学结成对子，每两周同备一节课，课后共同修改教案。'),
            heading('（三）用好课堂反馈'),
            plain('教师在课后记录学生的疑问，按月汇总，作为资源修订的依据。'),
            heading('三、保障措施'),
            plain('设立专项经费，每年公布使用情况。'),
          ],
        },
      ],
    }),
  )
}
