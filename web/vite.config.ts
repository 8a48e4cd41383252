import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// In development the real server answers the API: start `rectify serve` and name its address here.
const server = process.env.RECTIFY_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  server: { proxy: { "/api": { target: server, changeOrigin: false } } },
  build: {
    target: ["chrome111", "edge111", "firefox115", "safari16.4"],
    outDir: "dist",
    assetsDir: "assets",
    chunkSizeWarningLimit: 1400,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    setupFiles: ["src/test-setup.ts"],
  },
});
