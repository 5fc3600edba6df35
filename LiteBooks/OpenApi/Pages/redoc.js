// The fonts that ReDoc would like come from the internet; those of the machine do as well.
const text = "system-ui, sans-serif";
const code = "ui-monospace, monospace";

Redoc.init("/openapi.json", {
  expandResponses: "200,201",
  theme: {
    typography: {
      fontFamily: text,
      headings: { fontFamily: text },
      code: { fontFamily: code },
    },
  },
}, document.getElementById("redoc"));
