/** A text with its number as printed: Chinese numbers bring their own distance (一、), Western ones and bullets need a space. */
export const numbered = (number: string, text: string): string => (number === '' || /[\p{Script=Han}、）]$/u.test(number) ? number + text : `${number} ${text}`)
