/** The thread in which PDFs are read for drawing. The module answers messages as soon as it is loaded in a thread. */
import 'pdfjs-dist/build/pdf.worker.min.mjs'
