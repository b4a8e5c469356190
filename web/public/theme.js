// Runs before anything is drawn, so that a dark desk never flashes white.
try {
  var theme = localStorage.getItem("sumber.theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch (error) {
  /* storage may be forbidden; then the system decides */
}
