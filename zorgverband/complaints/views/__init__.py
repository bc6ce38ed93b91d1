"""The pages of questions and complaints."""
