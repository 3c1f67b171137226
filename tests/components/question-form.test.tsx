import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { QuestionForm } from '../../src/renderer/parts/question-form/question-form'
import type { QuestionFields } from '../../src/shared/body-fields/question-fields'
import { renderInWindow } from './in-window'
import { memoryEngine } from './memory-engine'

async function openForm(initial: QuestionFields) {
  const told = [initial]
  function Held() {
    const [question, setQuestion] = useState(initial)
    return (
      <QuestionForm
        value={question}
        onChange={(next) => {
          told.push(next)
          setQuestion(next)
        }}
      />
    )
  }
  void renderInWindow(memoryEngine().engine, <Held />)
  await expect.element(page.getByRole('textbox', { name: '题目' })).toBeVisible()
  return { options: () => (told.at(-1)?.options ?? []).map(({ text, isRight }) => (isRight ? `${text}*` : text)), latest: () => told.at(-1) }
}

const two: QuestionFields = { stem: '问？', options: [{ text: '甲', isRight: true }, { text: '乙', isRight: false }], explanation: '' }
const option = (letter: string) => page.getByRole('textbox', { name: `选项 ${letter}` })

describe('a question that is written', () => {
  it('gets options by Enter, loses an empty one by Backspace', async () => {
    const form = await openForm(two)
    await userEvent.click(option('A'))
    await userEvent.keyboard('{Enter}丙')
    await expect.poll(form.options).toEqual(['甲*', '丙', '乙'])
    await userEvent.keyboard('{Backspace}{Backspace}')
    await expect.poll(form.options).toEqual(['甲*', '乙'])
    await expect.element(option('A')).toHaveFocus()
  })

  it('moves an option with its tick', async () => {
    const form = await openForm(two)
    await userEvent.click(option('A'))
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect.poll(form.options).toEqual(['乙', '甲*'])
    await expect.element(option('B')).toHaveFocus()
  })

  it('may have several right answers', async () => {
    const form = await openForm(two)
    await userEvent.click(page.getByRole('checkbox', { name: 'B 是正确答案' }))
    await expect.poll(form.options).toEqual(['甲*', '乙*'])
  })

  it('tells why', async () => {
    const form = await openForm(two)
    await page.getByRole('textbox', { name: '解析' }).fill('因为。')
    await expect.poll(form.latest).toEqual({ ...two, explanation: '因为。' })
  })
})
