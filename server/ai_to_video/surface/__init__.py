"""What MCP hosts see."""
